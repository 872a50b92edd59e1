namespace FoiPipeline.Mailing.Reading;

/// <summary>Line ends as they occur in stored mail: CRLF, bare LF, bare CR, and the CR CR LF that some gateways make of them.</summary>
internal static class Lines
{
    /// <summary>Index of the first line-end byte at or after <paramref name="start"/>, or the length.</summary>
    public static int End(ReadOnlySpan<byte> bytes, int start)
    {
        var found = bytes[start..].IndexOfAny((byte)'\r', (byte)'\n');
        return found < 0 ? bytes.Length : start + found;
    }

    /// <summary>Index at which the next line starts, given the <paramref name="end"/> of this one.</summary>
    public static int Next(ReadOnlySpan<byte> bytes, int end)
    {
        var rest = bytes[end..];
        return end + rest switch
        {
            [] => 0,
            [(byte)'\r', (byte)'\n', ..] => 2,
            [(byte)'\r', (byte)'\r', (byte)'\n', ..] => 3,
            _ => 1,
        };
    }

    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    /// <summary>Text with '\n' as its only line end and no NUL.</summary>
    public static string Normalize(string text)
    {
        if (!text.AsSpan().ContainsAny('\r', '\0'))
        {
            return text;
        }

        return text
            .Replace("\r\r\n", "\n", StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace("\0", "", StringComparison.Ordinal);
    }
}
