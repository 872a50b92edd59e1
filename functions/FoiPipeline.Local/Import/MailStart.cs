using System.Text;

namespace FoiPipeline.Local.Import;

/// <summary>Tells by its first lines whether a file is a mail: damaged mails are wanted, documents and lists are not.</summary>
public static class MailStart
{
    private const int Lines = 30;

    private static readonly string[] Fields =
        ["from:", "to:", "cc:", "subject:", "date:", "received:", "return-path:", "message-id:", "delivered-to:", "reply-to:", "mime-version:", "content-type:", "x-"];

    /// <summary>How many of the first lines are header fields that mails have.</summary>
    public static int CountFields(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        return start.Split('\n', '\r').Take(Lines).Count(line => Fields.Any(f => line.StartsWith(f, StringComparison.OrdinalIgnoreCase)));
    }
}
