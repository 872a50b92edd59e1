namespace FoiPipeline.Core.Replies.Answering;

/// <summary>One word of a source: where it stands, and a key that is equal for equal words whatever their case.</summary>
internal readonly record struct Word(int Line, int Start, int End, string Key);

/// <summary>Cuts lines into words, once for all questions.</summary>
internal static class Words
{
    public static List<Word> Of(IReadOnlyList<string> lines)
    {
        var words = new List<Word>(lines.Count * 8);
        for (var i = 0; i < lines.Count; i++)
        {
            Add(words, lines[i], i);
        }

        return words;
    }

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        Add(words, text, 0);
        return words;
    }

    private static void Add(List<Word> words, string line, int index)
    {
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && (char.IsLetterOrDigit(line[i]) || (line[i] is '\'' or '\u2019' && start >= 0)))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(new Word(index, start, i, Key(line.AsSpan(start, i - start))));
                start = -1;
            }
        }
    }

    /// <summary>Lower case, without the apostrophe and what follows it: <c>CCG's</c> and <c>CCGs'</c> are repeated as <c>CCG</c>.</summary>
    private static string Key(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOfAny('\'', '\u2019');
        return (apostrophe > 0 ? word[..apostrophe] : word).ToString().ToLowerInvariant();
    }
}
