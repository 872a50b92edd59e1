using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// Encoded words in header text (RFC 2047), also where they must not stand: inside quotes, without blanks around them, with blanks inside.
/// Words next to each other are put together before they are decoded, because many programs cut a character in two.
/// </summary>
internal static class EncodedWords
{
    private const int LongestCharset = 60;

    /// <summary>RFC 2047 allows 75; programs write far more. The bound keeps a header of unfinished words from being searched over and over.</summary>
    private const int LongestContent = 8192;

    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var run = new Run(decoded);
        var position = 0;
        while (position < text.Length)
        {
            var start = text.IndexOf("=?", position, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }

            if (!TryRead(text, start, out var word))
            {
                run.Flush();
                decoded.Append(text, position, start + 2 - position);
                position = start + 2;
                continue;
            }

            if (!run.IsOpen || !string.IsNullOrWhiteSpace(text[position..start]))
            {
                run.Flush();
                decoded.Append(text, position, start - position);
            }

            run.Add(word);
            position = word.End;
        }

        run.Flush();
        return Clean(decoded.Append(text, position, text.Length - position));
    }

    /// <summary>Index after the encoded word that starts at <paramref name="start"/>, or -1 if none does.</summary>
    public static int EndOf(string text, int start) => TryRead(text, start, out var word) ? word.End : -1;

    private static bool TryRead(string text, int start, out Word word)
    {
        word = default;
        if (!text.AsSpan(start).StartsWith("=?", StringComparison.Ordinal))
        {
            return false;
        }

        var charsetEnd = text.IndexOf('?', start + 2, Math.Min(LongestCharset, text.Length - start - 2));
        if (charsetEnd <= start + 2 || charsetEnd + 3 > text.Length || text[charsetEnd + 2] != '?')
        {
            return false;
        }

        var encoding = char.ToLowerInvariant(text[charsetEnd + 1]);
        var content = charsetEnd + 3;
        var end = encoding is 'b' or 'q'
            ? text.IndexOf("?=", content, Math.Min(LongestContent, text.Length - content), StringComparison.Ordinal)
            : -1;
        if (end < 0)
        {
            return false;
        }

        var charset = text[(start + 2)..charsetEnd];
        var language = charset.IndexOf('*', StringComparison.Ordinal);
        word = new Word(language < 0 ? charset : charset[..language], Bytes(encoding, text.AsSpan(content, end - content)), end + 2);
        return true;
    }

    private static byte[] Bytes(char encoding, ReadOnlySpan<char> content)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ToString());
        return encoding == 'b' ? TransferDecoder.Base64(bytes, out _).ToArray() : TransferDecoder.QuotedPrintable(bytes, inHeader: true).ToArray();
    }

    /// <summary>What an encoded word smuggles in must stay on its line.</summary>
    private static string Clean(StringBuilder decoded)
    {
        for (var i = 0; i < decoded.Length; i++)
        {
            if (decoded[i] is '\r' or '\n' or '\0')
            {
                decoded[i] = ' ';
            }
        }

        return decoded.ToString();
    }

    private readonly record struct Word(string Charset, byte[] Bytes, int End);

    private sealed class Run(StringBuilder decoded)
    {
        private readonly List<byte> _bytes = [];
        private string? _charset;

        public bool IsOpen => _charset is not null;

        public void Add(Word word)
        {
            if (_charset is not null && !_charset.Equals(word.Charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush();
            }

            _charset = word.Charset;
            _bytes.AddRange(word.Bytes);
        }

        public void Flush()
        {
            if (_charset is not null)
            {
                decoded.Append(Charsets.Decode([.. _bytes], _charset, out _));
                _bytes.Clear();
                _charset = null;
            }
        }
    }
}
