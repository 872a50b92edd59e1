using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>Everything that was found out about one mail, before anything is decided.</summary>
internal sealed record Findings
{
    public required MatchInput Input { get; init; }

    public required Clues Clues { get; init; }

    public required NamesInMail Names { get; init; }

    public required Acquaintance Sender { get; init; }

    public required Acquaintance TheirReference { get; init; }

    /// <summary>For a bounce: who could not be reached.</summary>
    public required Acquaintance Unreached { get; init; }
}

/// <summary>What the policy decides.</summary>
internal sealed record Verdict(AuthorityId? Attributed, MatchRung? Rung, MatchDoubt? Doubt)
{
    public static Verdict Nothing(MatchDoubtKind kind, string sentence) => new(null, null, new MatchDoubt(kind, sentence));

    public static Verdict Of(AuthorityId authority, MatchRung rung) => new(authority, rung, null);

    public Verdict But(MatchDoubtKind kind, string sentence) => this with { Doubt = Doubt ?? new MatchDoubt(kind, sentence) };
}
