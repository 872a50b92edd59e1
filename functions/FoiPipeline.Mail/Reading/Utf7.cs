using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// UTF-7 (RFC 2152), which Exchange wrote its reports in. The platform refuses it because web pages used it to smuggle markup past filters; here it
/// becomes text that is never taken for markup.
/// </summary>
internal static class Utf7
{
    public static bool IsName(string charset) =>
        charset.EndsWith("utf-7", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf7", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("csunicode11utf7", StringComparison.OrdinalIgnoreCase);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var position = 0;
        while (position < bytes.Length)
        {
            if (bytes[position] != '+')
            {
                // Bytes above 127 are none of UTF-7's; they are kept as the Western European letters they look like.
                text.Append((char)bytes[position++]);
                continue;
            }

            position = Shifted(bytes, position + 1, text);
        }

        return text.ToString();
    }

    /// <returns>The index after the shifted run that starts here, and after the hyphen that ends it.</returns>
    private static int Shifted(ReadOnlySpan<byte> bytes, int position, StringBuilder text)
    {
        var start = position;
        var (bits, held) = (0u, 0);
        while (position < bytes.Length && Value(bytes[position]) is var value and >= 0)
        {
            (bits, held) = ((bits << 6) | (uint)value, held + 6);
            if (held >= 16)
            {
                held -= 16;
                text.Append((char)(ushort)(bits >> held));
            }

            position++;
        }

        if (position == start)
        {
            text.Append('+');
        }

        return position < bytes.Length && bytes[position] == '-' ? position + 1 : position;
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
