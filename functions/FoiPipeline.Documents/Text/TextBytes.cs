using System.Text;
using System.Text.RegularExpressions;

namespace FoiPipeline.Documents.Text;

/// <summary>
/// Whether bytes are text, and which. A byte order mark decides; then UTF-16 by its zero bytes, then UTF-8, which other charsets hardly ever satisfy by
/// accident; then a charset the document names; then windows-1252, what Windows in Britain writes.
/// </summary>
internal static partial class TextBytes
{
    private const int Sample = 64 * 1024;
    private const int NamedWithin = 2048;
    private const int StrayIn = 200;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>Whether the beginning is text: at most one control character that no text needs, and one more in every 200.</summary>
    public static bool LookLikeText(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (Mark(sample) is not null || Utf16(sample) is not null)
        {
            var start = DecodeStart(bytes, Sample);
            return start.Count(c => IsStray(c) || c == '\uFFFD') <= 1 + (start.Length / StrayIn);
        }

        var stray = 0;
        foreach (var b in sample)
        {
            stray += IsStray((char)b) ? 1 : 0;
        }

        return stray <= 1 + (sample.Length / StrayIn);
    }

    /// <param name="bytes">The text.</param>
    /// <param name="declaredType">Media type with its parameters, for a charset named there.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string declaredType)
    {
        var (encoding, mark) = Charset(bytes, declaredType);
        return encoding.GetString(bytes[mark..]);
    }

    public static string DecodeStart(ReadOnlySpan<byte> bytes, int length) => Decode(bytes[..Math.Min(bytes.Length, length)], "");

    private static (Encoding Encoding, int Mark) Charset(ReadOnlySpan<byte> bytes, string declaredType)
    {
        if (Mark(bytes) is { } marked)
        {
            return (marked.Encoding, marked.Mark.Length);
        }

        return (Utf16(bytes) ?? Utf8(bytes) ?? Named(declaredType) ?? NamedInside(bytes) ?? MostlyUtf8(bytes) ?? Windows1252, 0);
    }

    private static (byte[] Mark, Encoding Encoding)? Mark(ReadOnlySpan<byte> bytes)
    {
        foreach (var mark in Marks)
        {
            if (bytes.StartsWith(mark.Mark))
            {
                return mark;
            }
        }

        return null;
    }

    // English in UTF-16 has a zero in nearly every second byte, always on the same side.
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return pairs < 2 ? null
            : odd * 10 >= pairs * 7 && even * 50 <= pairs ? Encoding.Unicode
            : even * 10 >= pairs * 7 && odd * 50 <= pairs ? Encoding.BigEndianUnicode
            : null;
    }

    private static Encoding? Utf8(ReadOnlySpan<byte> bytes)
    {
        // A text that was cut may end within a character.
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            if (Utf8Valid(bytes[..^cut]))
            {
                return Encoding.UTF8;
            }
        }

        return null;
    }

    private static bool Utf8Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static Encoding? Named(string declaredType)
    {
        var match = CharsetName().Match(declaredType);
        return match.Success ? Find(match.Groups["name"].Value) : null;
    }

    private static Encoding? NamedInside(ReadOnlySpan<byte> bytes) => Named(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, NamedWithin)]));

    private static Encoding? Find(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
            return encoding is null && name.StartsWith("iso-8859-1", StringComparison.OrdinalIgnoreCase) && name.Length == 10 ? Windows1252 : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Copying and pasting between programs leaves a stray byte in a text that is UTF-8 everywhere else.
    private static Encoding? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        while (bytes.Length > 0)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            bytes = bytes[ascii..];
            var good = Rune.DecodeFromUtf8(bytes, out _, out var used) == System.Buffers.OperationStatus.Done;
            whole += good ? 1 : 0;
            broken += good ? 0 : 1;
            bytes = bytes[used..];
        }

        return whole > broken * 4 ? Encoding.UTF8 : null;
    }

    // All of C0 but tab, line ends, form feed, backspace, escape and the end-of-file mark of DOS.
    private static bool IsStray(char c) => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\b' or '\x1B' or '\x1A');

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:.-]{1,40})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CharsetName();
}
