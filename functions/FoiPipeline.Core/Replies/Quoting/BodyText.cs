using System.Text;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>The text of a body in the one form that the rules are written for.</summary>
internal static class BodyText
{
    /// <summary>Lines with hard spaces made soft and invisible characters removed.</summary>
    public static List<string> Lines(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r':
                    if (i + 1 == text.Length || text[i + 1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case '\u2028' or '\u2029' or '\v' or '\f':
                    clean.Append('\n');
                    break;
                case '\u00a0' or '\u2007' or '\u202f':
                    clean.Append(' ');
                    break;
                case '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad' or '\0':
                    break;
                default:
                    clean.Append(c);
                    break;
            }
        }

        return [.. clean.ToString().Split('\n')];
    }

    /// <summary>Typographic quotes and dashes as plain ones, runs of white space as one space. Used for matching, never for keeping.</summary>
    public static void AppendFolded(StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (to.Length > 0 && to[^1] is not (' ' or '\n'))
                {
                    to.Append(' ');
                }

                continue;
            }

            to.Append(c switch
            {
                '\u2018' or '\u2019' or '\u02bc' or '\u00b4' or '`' => '\'',
                '\u201c' or '\u201d' => '"',
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
                '\uff1a' => ':',
                _ => c,
            });
        }
    }

    /// <summary>The number of words, up to a ceiling beyond which nobody needs to count.</summary>
    public static int Words(ReadOnlySpan<char> text, int ceiling = int.MaxValue)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '\'')
            {
                inside = false;
            }
            else if (!inside)
            {
                inside = true;
                if (++words == ceiling)
                {
                    break;
                }
            }
        }

        return words;
    }
}
