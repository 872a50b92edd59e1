namespace FoiPipeline.Core.Matching;

/// <summary>Whether the words around a name say that the mail is this body's, and not only about it.</summary>
internal sealed class NameClaims
{
    private const int WordsBeforeAClaim = 8;

    private static readonly string[][] ClaimsBefore =
    [
        ["behalf", "of"], ["response", "from"], ["response", "for"], ["response", "of"], ["reply", "from"], ["reply", "for"], ["responding", "for"],
        ["answer", "for"], ["answers", "for"], ["request", "to"], ["request", "for"], ["requests", "to"], ["sent", "to"], ["addressed", "to"], ["made", "to"],
        ["received", "by"], ["respect", "of"], ["responses", "for"], ["answering", "for"], ["covers"],
    ];

    private static readonly string[] ClaimsAfter =
    [
        "response", "reply", "answer", "answers", "holds", "hold", "confirms", "confirm", "can", "does", "do", "received", "acknowledges", "responds",
    ];

    /// <summary>'We have forwarded your request to ...' speaks for nobody but says where to ask.</summary>
    private static readonly string[] PassingOn =
    [
        "forwarded", "forward", "transferred", "transfer", "passed", "pass", "redirect", "redirected", "send", "resend", "submit", "direct", "refer",
        "referred", "contact", "should", "please", "may", "not",
    ];

    private readonly HashSet<int> _claimsAfter;
    private readonly HashSet<int> _passingOn;
    private readonly int[][] _claimsBefore;
    private readonly int _nhs;
    private readonly int _the;

    public NameClaims(NameWords words)
    {
        _claimsAfter = [.. ClaimsAfter.Select(words.Learn)];
        _passingOn = [.. PassingOn.Select(words.Learn)];
        _claimsBefore = [.. ClaimsBefore.Select(phrase => phrase.Select(words.Learn).ToArray())];
        (_nhs, _the) = (words.Learn("nhs"), words.Learn("the"));
    }

    /// <param name="words">The whole text.</param>
    /// <param name="first">Index of the name's first word, with 'NHS'.</param>
    /// <param name="last">Index of its last word.</param>
    public bool Claim(ReadOnlySpan<NameWord> words, int first, int last)
    {
        if (last + 1 < words.Length && !words[last + 1].Breaks && _claimsAfter.Contains(words[last + 1].Id))
        {
            return true;
        }

        var end = first;
        while (end > 0 && first - end < WordsBeforeAClaim && (words[end - 1].Id == _the || words[end - 1].Id == _nhs))
        {
            end--;
        }

        foreach (var phrase in _claimsBefore)
        {
            if (EndsWith(words[..end], phrase) && !IsPassedOn(words[..(end - phrase.Length)]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(ReadOnlySpan<NameWord> words, int[] phrase)
    {
        var start = words.Length - phrase.Length;
        var fits = start >= 0;
        for (var i = 0; fits && i < phrase.Length; i++)
        {
            fits = words[start + i].Id == phrase[i] && (i == 0 || !words[start + i].Breaks);
        }

        return fits;
    }

    private bool IsPassedOn(ReadOnlySpan<NameWord> before)
    {
        const int Reach = 4;
        for (var i = before.Length - 1; i >= 0 && i >= before.Length - Reach; i--)
        {
            if (_passingOn.Contains(before[i].Id))
            {
                return true;
            }

            if (before[i].Breaks)
            {
                return false;
            }
        }

        return false;
    }
}
