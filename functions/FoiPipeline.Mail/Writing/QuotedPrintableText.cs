using System.Globalization;
using System.Text;

namespace FoiPipeline.Mailing.Writing;

/// <summary>A body in quoted-printable (RFC 2045 section 6.7): lines of at most 76 characters, CRLF line ends.</summary>
internal static class QuotedPrintableText
{
    private const int LongestLine = 76;

    public static string Write(string body)
    {
        var text = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        var written = new StringBuilder(text.Length + (text.Length / 20));
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            WriteLine(line, written);
        }

        return written.ToString();
    }

    private static void WriteLine(string line, StringBuilder written)
    {
        var column = 0;
        for (var i = 0; i < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(i), out var rune, out var length);
            i += length;
            var encoded = Encode(rune, isFirst: i == length && line.StartsWith("From ", StringComparison.Ordinal), isLast: i == line.Length);
            var room = i == line.Length ? LongestLine : LongestLine - 1;
            if (column + encoded.Length > room)
            {
                written.Append("=\r\n");
                column = 0;
            }

            written.Append(encoded);
            column += encoded.Length;
        }

        written.Append("\r\n");
    }

    /// <summary>Blanks at a line's end would be lost on the way, and 'From ' at its start would be changed in a mailbox file.</summary>
    private static string Encode(Rune rune, bool isFirst, bool isLast)
    {
        var isPlain = rune.IsAscii && rune.Value != '=' && (rune.Value > ' ' || (rune.Value is ' ' or '\t' && !isLast)) && rune.Value < 127 && !isFirst;
        return isPlain
            ? rune.ToString()
            : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => string.Create(CultureInfo.InvariantCulture, $"={b:X2}")));
    }
}
