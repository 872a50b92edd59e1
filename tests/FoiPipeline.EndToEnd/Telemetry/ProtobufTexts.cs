using System.Text;

namespace FoiPipeline.EndToEnd.Telemetry;

/// <summary>Walks a protobuf message without knowing its kind: fields with a length are messages if they can be read as such, and texts if they can be read as such.</summary>
internal static class ProtobufTexts
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<string> In(ReadOnlySpan<byte> message)
    {
        var texts = new List<string>();
        Walk(message, texts);
        return texts;
    }

    /// <returns>Whether it could be a message.</returns>
    private static bool Walk(ReadOnlySpan<byte> message, List<string> texts)
    {
        while (!message.IsEmpty)
        {
            if (!TryNumber(ref message, out var key) || key >> 3 == 0 || !TrySkip(ref message, (int)(key & 7), out var content))
            {
                return false;
            }

            var inner = new List<string>();
            if (content.Length > 0 && Walk(content, inner))
            {
                texts.AddRange(inner);
            }

            if (content.Length > 1 && Text(content) is { } text)
            {
                texts.Add(text);
            }
        }

        return true;
    }

    private static bool TrySkip(ref ReadOnlySpan<byte> message, int type, out ReadOnlySpan<byte> content)
    {
        content = default;
        ulong length;
        switch (type)
        {
            case 0:
                return TryNumber(ref message, out _);
            case 1:
                length = 8;
                break;
            case 5:
                length = 4;
                break;
            case 2 when TryNumber(ref message, out length):
                break;
            default:
                return false;
        }

        if (length > (ulong)message.Length)
        {
            return false;
        }

        content = type == 2 ? message[..(int)length] : default;
        message = message[(int)length..];
        return true;
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> message, out ulong number)
    {
        number = 0;
        for (var shift = 0; shift < 64 && !message.IsEmpty; shift += 7)
        {
            var next = message[0];
            message = message[1..];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
