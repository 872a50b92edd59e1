using System.Text;

namespace FoiPipeline.Documents.Text;

/// <summary>
/// The one form that text leaves this project in: '\n' line ends, no blanks before them, at most one empty line in a row, no control, zero-width or
/// direction-changing characters (which hide or reorder words), plain blanks and hyphens, ligatures spelt out, no unpaired surrogates.
/// </summary>
internal static class TextCleaner
{
    // Word and its PDFs draw bullets and ticks with symbol fonts, whose characters stand in Unicode's private area.
    private static readonly Dictionary<char, char> Symbols = new()
    {
        ['\uF0B7'] = '•', ['\uF0A7'] = '▪', ['\uF0D8'] = '➢', ['\uF0E0'] = '→', ['\uF0FC'] = '✓', ['\uF0FB'] = '✗',
        ['\uF0FE'] = '☑', ['\uF0FD'] = '☒', ['\uF0A8'] = '☐', ['\uF06F'] = '☐', ['\uF02D'] = '-', ['\uF020'] = ' ',
    };

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsLineEnd(c))
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                EndLine(clean);
            }
            else if (c == '\u00AD')
            {
                // A soft hyphen at a line's end is the only one that surely was not in the word.
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsSurrogate(c))
            {
                i += AppendPair(clean, text, i);
            }
            else if (!IsDropped(c))
            {
                Append(clean, c);
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsDropped(char c) =>
        c is (< ' ' and not '\t') or (>= '\u007F' and <= '\u009F')
            or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static void Append(StringBuilder clean, char c)
    {
        if (c is >= '\uFB00' and <= '\uFB06')
        {
            clean.Append(Ligatures[c - '\uFB00']);
            return;
        }

        clean.Append(c switch
        {
            '\u00A0' or '\u2007' or '\u202F' => ' ',
            '\u2010' or '\u2011' => '-',
            >= '\uF000' and <= '\uF0FF' when Symbols.TryGetValue(c, out var symbol) => symbol,
            _ => c,
        });
    }

    private static int AppendPair(StringBuilder clean, string text, int at)
    {
        if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        {
            clean.Append(text, at, 2);
            return 1;
        }

        clean.Append('\uFFFD');
        return 0;
    }

    private static void EndLine(StringBuilder clean)
    {
        while (clean.Length > 0 && clean[^1] is ' ' or '\t')
        {
            clean.Length--;
        }

        if (clean.Length > 0 && !(clean.Length > 1 && clean[^1] == '\n' && clean[^2] == '\n'))
        {
            clean.Append('\n');
        }
    }
}
