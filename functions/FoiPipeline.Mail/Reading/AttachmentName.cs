using System.Globalization;
using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>A file name that can be shown and stored: what a sender wrote may hold paths, marks that reverse the reading order, or a device's name.</summary>
internal static class AttachmentName
{
    private const int Longest = 120;
    private const int LongestExtension = 16;

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = ".pdf", ["application/msword"] = ".doc", ["application/rtf"] = ".rtf", ["text/rtf"] = ".rtf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx", ["application/vnd.ms-excel"] = ".xls",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = ".pptx", ["application/vnd.ms-powerpoint"] = ".ppt",
        ["application/vnd.oasis.opendocument.text"] = ".odt", ["application/vnd.oasis.opendocument.spreadsheet"] = ".ods",
        ["application/zip"] = ".zip", ["application/x-zip-compressed"] = ".zip", ["application/ms-tnef"] = ".dat", ["application/vnd.ms-outlook"] = ".msg",
        ["application/json"] = ".json", ["application/xml"] = ".xml", ["text/xml"] = ".xml", ["application/pkcs7-signature"] = ".p7s",
        ["application/x-pkcs7-signature"] = ".p7s", ["application/pkcs7-mime"] = ".p7m", ["application/x-pkcs7-mime"] = ".p7m",
        ["application/pgp-signature"] = ".asc", ["application/pgp-encrypted"] = ".asc", ["text/plain"] = ".txt", ["text/html"] = ".html",
        ["text/csv"] = ".csv", ["text/calendar"] = ".ics", ["text/rfc822-headers"] = ".txt", ["message/delivery-status"] = ".txt",
        ["message/rfc822"] = ".eml", ["message/global"] = ".eml", ["message/news"] = ".eml", ["image/jpeg"] = ".jpg", ["image/jpg"] = ".jpg", ["image/pjpeg"] = ".jpg",
        ["image/png"] = ".png", ["image/gif"] = ".gif", ["image/tiff"] = ".tif", ["image/bmp"] = ".bmp", ["image/svg+xml"] = ".svg",
    };

    /// <param name="original">The name as the sender wrote it; may be empty.</param>
    /// <param name="type">The declared media type.</param>
    /// <param name="number">The attachment's place in the message, from 1, for those without a name.</param>
    public static string Safe(string original, string type, int number)
    {
        var name = Clean(original[(original.LastIndexOfAny(['/', '\\']) + 1)..]);
        if (name.Length == 0)
        {
            return $"attachment-{number}{Extensions.GetValueOrDefault(type, ".bin")}";
        }

        return Shorten(IsDevice(name) ? "_" + name : name);
    }

    private static string Clean(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|')
            {
                kept.Append('_');
            }
            else if (rune.Value is '\t' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator)
            {
                kept.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Trim().TrimStart('.').TrimEnd('.', ' ').TrimStart();
    }

    /// <summary>Control characters, marks of direction and joiners, line separators, and half characters.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.', 2)[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && stem[3] != '0' && stem[..3] is "COM" or "LPT");
    }

    /// <summary>At most 120 characters and 240 bytes, so that a file system takes it; the extension stays.</summary>
    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var stem = name[..^extension.Length];
        var (characters, bytes) = (extension.Length, Encoding.UTF8.GetByteCount(extension));
        var kept = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            characters += rune.Utf16SequenceLength;
            bytes += rune.Utf8SequenceLength;
            if (characters > Longest || bytes > 2 * Longest)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString().TrimEnd() + extension;
    }
}
