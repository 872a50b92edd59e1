namespace FoiPipeline.Core.Matching;

/// <summary>
/// Reads a text character by character as it was meant: leftovers of quoted-printable and percent encoding are undone, soft breaks and invisible
/// characters skipped, all dashes are one dash, all spaces one space.
/// </summary>
internal ref struct Glyphs(ReadOnlySpan<char> text, int at)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the next character is read from.</summary>
    public int At { get; private set; } = at;

    /// <summary>The next character without taking it; '\0' at the end.</summary>
    public readonly char Peek()
    {
        var copy = this;
        return copy.Next();
    }

    /// <summary>Takes the next character; '\0' at the end.</summary>
    public char Next()
    {
        while (At < _text.Length)
        {
            var c = _text[At];
            if (c == '=' && SoftBreak() is var width and > 0)
            {
                At += width;
            }
            else if (IsInvisible(c))
            {
                At++;
            }
            else if (c is '=' or '%' && Decoded(_text[At..]) is { } meant)
            {
                At += 3;
                return meant;
            }
            else
            {
                At++;
                return Plain(c);
            }
        }

        return '\0';
    }

    /// <summary>Takes letters and digits, at most <paramref name="most"/> and one more that tells of a longer run.</summary>
    public string NextRun(int most, string alsoAllowed = "")
    {
        Span<char> run = stackalloc char[64];
        var length = 0;
        while (length <= most && (char.IsAsciiLetterOrDigit(Peek()) || (Peek() != '\0' && alsoAllowed.Contains(Peek(), StringComparison.Ordinal))))
        {
            run[length++] = Next();
        }

        return run[..length].ToString();
    }

    /// <summary>Whether something new starts at a place: no letter or digit before it, unless that is the end of an encoded sign (<c>=20</c>, <c>%2B</c>).</summary>
    public static bool IsFreshStart(ReadOnlySpan<char> text, int at) =>
        at == 0
        || !char.IsLetterOrDigit(text[at - 1])
        || (at >= 3 && text[at - 3] is '=' or '%' && Value(text[at - 2], text[at - 1]) is { } c && !char.IsLetterOrDigit(c));

    private readonly int SoftBreak() =>
        _text[At..].StartsWith("=\r\n", StringComparison.Ordinal) ? 3 : _text[At..].StartsWith("=\n", StringComparison.Ordinal) ? 2 : 0;

    private static char? Decoded(ReadOnlySpan<char> text) =>
        text.Length > 2 && Value(text[1], text[2]) is { } c && c is '+' or '-' or '.' or '/' or ' ' or '@' or '_' ? c : null;

    private static char? Value(char high, char low) =>
        char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) ? (char)((Convert.ToInt32(high.ToString(), 16) * 16) + Convert.ToInt32(low.ToString(), 16)) : null;

    private static bool IsInvisible(char c) => c is '\u00AD' or '\uFEFF' or '\u2060' or (>= '\u200B' and <= '\u200D');

    private static char Plain(char c) => c switch
    {
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' => '-',
        '\u00A0' or '\u2009' or '\u202F' or '\u2007' or '\u3000' or '\t' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
