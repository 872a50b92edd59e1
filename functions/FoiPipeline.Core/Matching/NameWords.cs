namespace FoiPipeline.Core.Matching;

/// <summary>One word of a text, as names are compared.</summary>
/// <param name="Id">Number in the vocabulary, -1 for a word no name uses.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends in the text (exclusive).</param>
/// <param name="Breaks">Whether a sentence, a cell or a paragraph ends before it: no name runs across.</param>
/// <param name="IsPlural">Whether it was written <c>CCGs</c> or <c>Groups</c>.</param>
internal readonly record struct NameWord(int Id, int Start, int End, bool Breaks, bool IsPlural);

/// <summary>
/// The vocabulary of names, and the way a text becomes words of it: case, punctuation, '&amp;' and 'and' do not matter, 'Clinical Commissioning
/// Group(s)' is 'ccg', 'Northern' is 'north'. Linear in the text; unknown words cost nothing but a look-up.
/// </summary>
internal sealed class NameWords
{
    private const int LongestWord = 40;

    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["ccgs"] = "ccg", ["groups"] = "group", ["northern"] = "north", ["southern"] = "south", ["eastern"] = "east", ["western"] = "west",
        ["saint"] = "st", ["councils"] = "council", ["trusts"] = "trust", ["boards"] = "board",
    };

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _and;
    private readonly int _clinical;
    private readonly int _commissioning;
    private readonly int _group;
    private readonly int _st;
    private readonly int _ccg;

    public NameWords()
    {
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        (_and, _clinical, _commissioning, _group) = (Learn("and"), Learn("clinical"), Learn("commissioning"), Learn("group"));
        (_st, _ccg) = (Learn("st"), Learn("ccg"));
    }

    /// <summary>The number of a normalised word, new or known.</summary>
    public int Learn(string word)
    {
        word = Same.GetValueOrDefault(word, word);
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _ids.Count;
            _ids.Add(word, id);
        }

        return id;
    }

    /// <summary>The words of a text. With <paramref name="learn"/> every word becomes known: for names on the register, never for mail.</summary>
    public List<NameWord> Read(ReadOnlySpan<char> text, bool learn = false)
    {
        var words = new List<NameWord>(Math.Min(text.Length / 6, 4096));
        var at = 0;
        var gap = 0;
        var breaks = false;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var word = ReadWord(text, ref at, learn, out var start, out var plural);
            breaks |= Breaks(text[gap..start], words);
            gap = at;
            if (word == _and)
            {
                continue;
            }

            words.Add(new NameWord(word, start, at, breaks, plural));
            breaks = false;
            FoldClinicalCommissioningGroup(words);
        }

        return words;
    }

    private int ReadWord(ReadOnlySpan<char> text, ref int at, bool learn, out int start, out bool plural)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var length = 0;
        start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInnerApostrophe(text, at)))
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                buffer[Math.Min(length, LongestWord - 1)] = char.ToLowerInvariant(text[at]);
                length++;
            }

            at++;
        }

        plural = false;
        if (length > LongestWord)
        {
            return -1;
        }

        var word = buffer[..length];
        plural = word is "ccgs" or "groups" or "councils" or "trusts" or "boards";
        if (_lookup.TryGetValue(word, out var id))
        {
            return id;
        }

        return learn || Same.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word) ? Known(word.ToString(), learn) : -1;
    }

    private int Known(string word, bool learn) =>
        learn ? Learn(word) : _ids.GetValueOrDefault(Same[word], -1);

    /// <summary>'Clinical', 'Commissioning', 'Group' at the end of the list become one 'ccg'.</summary>
    private void FoldClinicalCommissioningGroup(List<NameWord> words)
    {
        var n = words.Count;
        if (n >= 3 && words[n - 1].Id == _group && words[n - 2].Id == _commissioning && words[n - 3].Id == _clinical
            && !words[n - 1].Breaks && !words[n - 2].Breaks)
        {
            var folded = new NameWord(_ccg, words[n - 3].Start, words[n - 1].End, words[n - 3].Breaks, words[n - 1].IsPlural);
            words.RemoveRange(n - 3, 3);
            words.Add(folded);
        }
    }

    private bool Breaks(ReadOnlySpan<char> between, List<NameWord> words)
    {
        if (between.Length < 2)
        {
            return between is "|" or "\t";
        }

        var afterSaint = words.Count > 0 && words[^1].Id == _st;
        var lines = 0;
        for (var i = 0; i < between.Length; i++)
        {
            lines += between[i] == '\n' ? 1 : 0;
            var stops = between[i] is '!' or '?' or ';' or ':' or '|' or '\t' || (between[i] == '.' && !afterSaint);
            if (lines > 1 || (stops && (i + 1 == between.Length || char.IsWhiteSpace(between[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
}
