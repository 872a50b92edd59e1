using System.Text;
using System.Text.Unicode;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Bytes to text by the charset a mail names, and by the bytes themselves where the name is missing, unknown or plainly wrong.</summary>
internal static class Charsets
{
    private static readonly Encoding Windows1252;
    private static readonly Encoding PatchedUtf8;

    /// <summary>Names that say nothing: programs put them where they do not know, and browsers read them all as windows-1252.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252",
        "x-cp1252", "unknown", "x-unknown", "unknown-8bit", "x-user-defined", "default", "default_charset", "none", "8bit", "7bit", "binary",
    };

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["utf-8n"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["utf8mb4"] = "utf-8", ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030", ["gb_2312-80"] = "gb18030", ["x-gbk"] = "gb18030", ["cp936"] = "gb18030", ["x-sjis"] = "shift_jis",
        ["cp932"] = "shift_jis", ["windows-31j"] = "shift_jis", ["ms_kanji"] = "shift_jis", ["x-mac-roman"] = "macintosh", ["mac"] = "macintosh",
        ["ks_c_5601"] = "ks_c_5601-1987", ["cp949"] = "ks_c_5601-1987", ["windows-949"] = "ks_c_5601-1987", ["iso-8859-8-e"] = "iso-8859-8",
        ["eucgb2312_cn"] = "gb18030", ["big5_tw"] = "big5", ["big5-hkscs"] = "big5", ["latin_1"] = "iso-8859-1", ["cp950"] = "big5", ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874",
    };

    static Charsets()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
        PatchedUtf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());
    }

    /// <summary>Text of unknown or unlabelled charset: UTF-8 where it is valid, else windows-1252.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);

    /// <param name="bytes">The text's bytes.</param>
    /// <param name="charset">The name the mail gives, or nothing.</param>
    /// <param name="problem">A sentence, if the name was unknown or did not fit.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, out string? problem)
    {
        problem = null;
        if (FromByteOrderMark(bytes) is { } marked)
        {
            return marked;
        }

        var name = (charset ?? "").Trim().Trim('"', '\'').Trim();
        if (Empty.Contains(name))
        {
            return Guess(bytes);
        }

        if (Utf7.IsName(name))
        {
            return Utf7.Decode(bytes);
        }

        if (Find(name) is not { } encoding)
        {
            problem = $"The text's character set '{Shown(name)}' is not known; it was guessed.";
            return Guess(bytes);
        }

        if (encoding.CodePage != Encoding.UTF8.CodePage)
        {
            return encoding.GetString(bytes);
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        problem = "The text says it is UTF-8 but is not throughout; the other bytes were read as Western European.";
        return PatchedUtf8.GetString(bytes);
    }

    private static string? FromByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return PatchedUtf8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        return bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : null;
    }

    private static Encoding? Find(string name) =>
        TryGet(Aliases.GetValueOrDefault(name, name))
        ?? TryGet(name.Replace('_', '-'))
        ?? (name.StartsWith("cp", StringComparison.OrdinalIgnoreCase) ? TryGet("ibm" + name[2..].TrimStart('-')) ?? TryGet("windows-" + name[2..].TrimStart('-')) : null)
        ?? (name.StartsWith("win", StringComparison.OrdinalIgnoreCase) ? TryGet("windows-" + name.TrimStart("windowsWINDOWS-_".ToCharArray())) : null)
        ?? (name.StartsWith("iso8859", StringComparison.OrdinalIgnoreCase) ? TryGet("iso-8859" + name[7..]) : null);

    private static Encoding? TryGet(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] : name;

    /// <summary>Reads what is not UTF-8 as windows-1252, byte by byte: mails put together by several programs mix the two.</summary>
    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _next;

            public override int Remaining => _text.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _text = Windows1252.GetString(bytesUnknown);
                _next = 0;
                return _text.Length > 0;
            }

            public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                {
                    return false;
                }

                _next--;
                return true;
            }

            public override void Reset() => (_text, _next) = ("", 0);
        }
    }
}
