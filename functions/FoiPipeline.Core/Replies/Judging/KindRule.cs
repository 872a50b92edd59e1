using System.Text.RegularExpressions;

namespace FoiPipeline.Core.Replies.Judging;

/// <summary>What a rule's words say. More than kinds: some only tell how much the words of other rules are worth.</summary>
public enum Sign
{
    Bounce,
    Delay,
    Away,
    Automatic,
    Received,
    Unclear,
    Fee,
    Later,
    Elsewhere,
    Withheld,

    /// <summary>It is the request that is refused, not the answer to one question.</summary>
    RefusedWhole,
    NotHeld,
    InPart,
    Answered,
    OnWebsite,
    Unrelated,
    AboutRequest,
}

/// <summary>One fact of wording.</summary>
public sealed class KindRule
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline;

    /// <summary>A thousand times what a genuine reply takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    // Two engines with the same answers. The automaton is linear in any text but holds two megabytes a pattern, 170 for all rules; so it is made
    // only when a text was built to keep the other one busy.
    private readonly Lazy<Regex> _quick;
    private readonly Lazy<Regex> _linear;

    /// <param name="name">Stable name, shown as evidence.</param>
    /// <param name="sign">What the words say.</param>
    /// <param name="weight">0 to 1: how surely they say it when they stand alone.</param>
    /// <param name="cues">Lower-case words of which a text must contain one before the pattern is tried.</param>
    /// <param name="pattern">Lower-case expression within one sentence, which <c>^</c> and <c>$</c> begin and end.</param>
    /// <param name="evenIfHypothetical">Whether the words count in a sentence that says what might happen, such as "a fee may be payable".</param>
    public KindRule(string name, Sign sign, double weight, string[] cues, string pattern, bool evenIfHypothetical = false)
    {
        Name = name;
        Sign = sign;
        Weight = weight;
        Cues = cues;
        Pattern = pattern;
        EvenIfHypothetical = evenIfHypothetical;
        // A pattern is compiled when a text first has one of its cues: most never do.
        _quick = new Lazy<Regex>(() => new Regex(Pattern, Options, Patience));
        _linear = new Lazy<Regex>(() => new Regex(Pattern, Options | RegexOptions.NonBacktracking));
    }

    public string Name { get; }

    public Sign Sign { get; }

    public double Weight { get; }

    public IReadOnlyList<string> Cues { get; }

    public string Pattern { get; }

    public bool EvenIfHypothetical { get; }

    /// <summary>The first place in the text where the rule's words stand and are meant.</summary>
    public Match? FindIn(JudgedText text)
    {
        if (!HasCue(text.Text))
        {
            return null;
        }

        try
        {
            return FindIn(text, _quick.Value);
        }
        catch (RegexMatchTimeoutException)
        {
            return FindIn(text, _linear.Value);
        }
    }

    private Match? FindIn(JudgedText text, Regex regex)
    {
        for (var match = regex.Match(text.Text); match.Success; match = match.NextMatch())
        {
            if (EvenIfHypothetical || !Hypothetical.Is(text, match.Index))
            {
                return match;
            }
        }

        return null;
    }

    private bool HasCue(string text)
    {
        foreach (var cue in Cues)
        {
            if (text.Contains(cue, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
