using System.Text;

namespace FoiPipeline.Commands;

/// <summary>Tells a mail from a document by its name and first lines.</summary>
internal static class MailSniffer
{
    private static readonly string[] Fields =
        ["from:", "to:", "subject:", "date:", "received:", "return-path:", "message-id:", "delivered-to:", "mime-version:", "x-"];

    public static bool LooksLikeMail(string name, ReadOnlySpan<byte> bytes)
    {
        if (Path.GetExtension(name).ToLowerInvariant() is ".eml" or ".mail" or ".msgtext" || bytes.StartsWith("From "u8))
        {
            return true;
        }

        // Two fields of a mail among the first lines: a letter may begin with 'From:', but hardly goes on with 'Received:'.
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return start.Split('\n').Take(30).Count(line => Fields.Any(f => line.StartsWith(f, StringComparison.OrdinalIgnoreCase))) >= 2;
    }
}
