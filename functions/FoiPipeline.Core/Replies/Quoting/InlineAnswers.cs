using FoiPipeline.Core.Replies.Answering;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// Answers written into our quoted letter, under each question. Where the quotation has no prefix they look like part of it; what stands between
/// two of our questions is nobody's words but the authority's, because we put nothing there.
/// </summary>
internal static class InlineAnswers
{
    private static readonly string[] OurNextWords =
    [
        "i ", "we ", "please", "yours", "kind", "if ", "could you", "thank", "many thanks", "regards", "under ", "should ", "where ",
    ];

    /// <summary>Gives the answers back to the sender, and the tail of a quoted line that lost its prefix in wrapping back to the quotation.</summary>
    public static void Restore(Page page, IReadOnlyList<Question> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        var texts = questions.Select(q => new QuestionText(q)).ToList();
        RequoteOrphans(page, texts);
        var words = Words.Of(page.Lines);
        var found = Find(page.Lines, words, texts, i => page.Roles[i] == LineRole.Quoted && !IsPrefixed(page.Lines[i]));
        if (!HasAnswers(page.Lines, words, found))
        {
            return;
        }

        for (var f = found.Count - 1; f >= 0; f--)
        {
            var isLast = f == found.Count - 1;
            var line = words[found[f].EndWord - 1].Line;
            var until = isLast ? EndOfLastAnswer(page, line) : found[f + 1].Line;
            Give(page, line, words[found[f].EndWord - 1].End, until, isLast);
        }
    }

    /// <summary>Whether these lines repeat our questions with something written between them.</summary>
    public static bool StandIn(List<string> lines, IReadOnlyList<Question> questions)
    {
        var words = Words.Of(lines);
        return HasAnswers(lines, words, Find(lines, words, [.. questions.Select(q => new QuestionText(q))], _ => true));
    }

    private static List<(int Line, int EndWord)> Find(List<string> lines, List<Word> words, List<QuestionText> texts, Func<int, bool> eligible)
    {
        var found = new List<(int, int)>();
        var taken = -1;
        for (var w = 0; w < words.Count; w++)
        {
            var line = words[w].Line;
            if (line <= taken || (w > 0 && words[w - 1].Line == line) || !eligible(line))
            {
                continue;
            }

            var rest = QuestionMarker.Read(lines[line]).Rest;
            var start = w;
            while (start < words.Count && words[start].Line == line && words[start].Start < rest)
            {
                start++;
            }

            foreach (var text in texts)
            {
                var end = start < words.Count ? text.EndAt(lines, words, start) : 0;
                if (end > 0 && eligible(words[end - 1].Line))
                {
                    found.Add((line, end));
                    taken = words[end - 1].Line;
                    break;
                }
            }
        }

        return found;
    }

    private static bool HasAnswers(List<string> lines, List<Word> words, List<(int Line, int EndWord)> found)
    {
        for (var f = 0; f + 1 < found.Count; f++)
        {
            var next = found[f].EndWord;
            if (next < words.Count && words[next].Line < found[f + 1].Line)
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfLastAnswer(Page page, int line)
    {
        var i = line + 1;
        while (i < page.Count && page.IsBlank(i))
        {
            i++;
        }

        if (i == page.Count || StartsLikeOurs(page.Lines[i]))
        {
            return line + 1;
        }

        while (i < page.Count && !page.IsBlank(i) && page.Roles[i] == LineRole.Quoted)
        {
            i++;
        }

        return i;
    }

    private static bool StartsLikeOurs(string line)
    {
        var text = line.AsSpan().TrimStart();
        foreach (var start in OurNextWords)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Give(Page page, int line, int column, int until, bool isLast)
    {
        var tail = page.Lines[line].AsSpan(column);
        var from = line + 1;
        if (tail.ContainsAnyInRange('0', '9') || tail.IndexOfAnyInRange('A', 'z') >= 0)
        {
            var at = column + (tail.Length - tail.TrimStart("?.:; \t").Length);
            page.Split(line, at);
            until += 1;
        }
        else if (isLast && until <= from)
        {
            return;
        }

        page.Mark(from, until, LineRole.Own);
    }

    private static void RequoteOrphans(Page page, List<QuestionText> texts)
    {
        for (var i = 1; i < page.Count - 1; i++)
        {
            if (page.Roles[i] == LineRole.Own && !page.IsBlank(i) && page.Roles[i - 1] == LineRole.Quoted && page.Roles[i + 1] == LineRole.Quoted
                && texts.Exists(text => IsWrappedTail(text.Keys, Words.Of(page.Lines[i - 1]), Words.Of(page.Lines[i]))))
            {
                page.Roles[i] = LineRole.Quoted;
            }
        }
    }

    private static bool IsWrappedTail(IReadOnlyList<string> keys, List<Word> before, List<Word> tail)
    {
        if (before.Count == 0 || tail.Count == 0)
        {
            return false;
        }

        for (var p = 1; p + tail.Count <= keys.Count; p++)
        {
            if (keys[p - 1] == before[^1].Key && tail.Select(w => w.Key).SequenceEqual(keys.Skip(p).Take(tail.Count)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPrefixed(string line) => line.AsSpan().TrimStart().StartsWith(">");
}
