using System.Buffers;
using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Content-Transfer-Encoding undone (RFC 2045), forgiving damage. What needs no decoding is the same memory, not a copy.</summary>
internal static class TransferDecoder
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, string encoding, ProblemList problems)
    {
        switch (NameOf(encoding))
        {
            case "base64":
                var decoded = Base64(content.Span, out var damaged);
                if (damaged)
                {
                    problems.Add("A part's base64 encoding is damaged or cut short; the part may be incomplete.");
                }

                return decoded;
            case "quoted-printable":
                return content.Span.Contains((byte)'=') ? QuotedPrintable(content.Span, inHeader: false) : content;
            case "x-uuencode" or "uuencode" or "x-uue" or "uue":
                return Uuencode.FirstFile(Encoding.Latin1.GetString(content.Span)) is { } file ? file.Content : content;
            case "" or "7bit" or "8bit" or "binary" or "none" or "7-bit" or "8-bit":
                return content;
            default:
                problems.Add("A part's transfer encoding is not known; the part was taken as it is.");
                return content;
        }
    }

    /// <summary>
    /// Base64 with foreign characters skipped and missing padding forgiven. Padding ends it, unless the next line is base64 again: some
    /// programs encode line by line, others append a notice in plain words.
    /// </summary>
    public static ReadOnlyMemory<byte> Base64(ReadOnlySpan<byte> encoded, out bool damaged)
    {
        var buffer = new byte[((encoded.Length / 4) + 1) * 3];
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(encoded, buffer, out _, out var written);
        damaged = status != OperationStatus.Done;
        return buffer.AsMemory(0, damaged ? ForgivingBase64(encoded, buffer) : written);
    }

    /// <param name="encoded">The encoded bytes.</param>
    /// <param name="inHeader">As in encoded words, where '_' is a blank.</param>
    public static ReadOnlyMemory<byte> QuotedPrintable(ReadOnlySpan<byte> encoded, bool inHeader)
    {
        var buffer = new byte[encoded.Length];
        var written = 0;
        var position = 0;
        while (position < encoded.Length)
        {
            var b = encoded[position];
            if (b != '=')
            {
                buffer[written++] = inHeader && b == '_' ? (byte)' ' : b;
                position++;
            }
            else if (position + 2 < encoded.Length && HexPair(encoded[position + 1], encoded[position + 2]) is var value and >= 0)
            {
                buffer[written++] = (byte)value;
                position += 3;
            }
            else if (SoftBreak(encoded, position + 1) is var next and > 0)
            {
                position = next;
            }
            else
            {
                buffer[written++] = b;
                position++;
            }
        }

        return buffer.AsMemory(0, written);
    }

    public static int HexPair(int high, int low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low) ? (Digit(high) << 4) | Digit(low) : -1;

    private static int Digit(int hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;

    /// <summary>Index after the line end, if only blanks stand before it; at the very end of the text a lone '=' is a soft break too.</summary>
    private static int SoftBreak(ReadOnlySpan<byte> encoded, int position)
    {
        // Blanks are padding that a gateway added: a handful, so that a hostile run of them is not walked again and again.
        var limit = Math.Min(encoded.Length, position + 80);
        while (position < limit && Lines.IsBlank(encoded[position]))
        {
            position++;
        }

        if (position == encoded.Length)
        {
            return position;
        }

        return encoded[position] is (byte)'\r' or (byte)'\n' ? Lines.Next(encoded, position) : -1;
    }

    private static int ForgivingBase64(ReadOnlySpan<byte> encoded, Span<byte> buffer)
    {
        var (bits, count, written) = (0, 0, 0);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '-' && encoded[(i + 1)..].StartsWith((byte)'-') && (i == 0 || encoded[i - 1] is (byte)'\r' or (byte)'\n'))
            {
                // What is left of a separator that was damaged.
                break;
            }

            if (encoded[i] == '=' && count >= 2)
            {
                (bits, count) = (0, 0);
                if (!IsBase64Next(encoded[(i + 1)..]))
                {
                    break;
                }
            }
            else if (ValueOf(encoded[i]) is var value and >= 0)
            {
                bits = (bits << 6) | value;
                count++;
                if (count > 1)
                {
                    // Bytes are written as soon as they are whole, so that a cut end loses nothing.
                    buffer[written++] = (byte)(bits >> (6 - (2 * (count - 1))));
                }

                (bits, count) = count == 4 ? (0, 0) : (bits, count);
            }
        }

        return written;
    }

    /// <summary>Whether the rest of this line and the next are base64, or nothing: no farther, so that repeated padding cannot make it costly.</summary>
    private static bool IsBase64Next(ReadOnlySpan<byte> rest)
    {
        var lineEnds = 0;
        foreach (var b in rest[..Math.Min(rest.Length, 160)])
        {
            lineEnds += b == '\n' ? 1 : 0;
            if (lineEnds == 2)
            {
                return true;
            }

            if (ValueOf(b) < 0 && b is not ((byte)'=' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }

    private static int ValueOf(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };

    private static string NameOf(string encoding)
    {
        var name = encoding.AsSpan().Trim().Trim('"');
        var end = name.IndexOfAny(" \t;(,");
        return (end < 0 ? name : name[..end]).Trim('"').ToString().ToLowerInvariant();
    }
}
