using System.Text.Json.Serialization;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>Which requests a mail answers, why, and what a person has to look at.</summary>
public sealed record MatchFinding
{
    /// <summary>The authorities whose request this mail surely belongs to; empty when nothing is certain.</summary>
    public IReadOnlyList<AuthorityId> Attributed { get; init; } = [];

    /// <summary>The rung that decided; nothing when nothing is attributed.</summary>
    public MatchRung? Rung { get; init; }

    /// <summary>Everything that was found, strongest rung first, at most <see cref="MostEvidence"/> pieces.</summary>
    public IReadOnlyList<MatchEvidence> Evidence { get; init; } = [];

    /// <summary>Authorities a person should consider, likeliest first, at most <see cref="MostSuggestions"/>; never one of <see cref="Attributed"/>.</summary>
    public IReadOnlyList<MatchSuggestion> Suggestions { get; init; } = [];

    /// <summary>Why a person has to look; nothing when the attribution stands on its own. It may stand beside an attribution.</summary>
    public MatchDoubt? Doubt { get; init; }

    public const int MostEvidence = 40;

    public const int MostSuggestions = 12;
}

/// <param name="Rung">The rung it belongs to.</param>
/// <param name="Where"><c>address</c>, <c>in-reply-to</c>, <c>references</c>, <c>delivery report</c>, <c>subject</c>, <c>body</c>, <c>signature</c>, <c>quoted text</c>, <c>sender</c> or an attachment's name.</param>
/// <param name="Words">The exact words, at most 160 characters.</param>
/// <param name="Authority">Whom it speaks for; nothing for what is damaged or foreign.</param>
public sealed record MatchEvidence(MatchRung Rung, string Where, string Words, AuthorityId? Authority);

/// <param name="Authority">The authority a person should consider.</param>
/// <param name="Why">The reason, as a phrase that follows the authority's name.</param>
/// <param name="Words">The words it rests on.</param>
public sealed record MatchSuggestion(AuthorityId Authority, string Why, string Words);

/// <param name="Kind">What is wrong.</param>
/// <param name="Sentence">One plain sentence for the triage list.</param>
public sealed record MatchDoubt(MatchDoubtKind Kind, string Sentence);

/// <summary>Why a person has to look at a mail.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchDoubtKind>))]
public enum MatchDoubtKind
{
    /// <summary>Nothing says with certainty which request it answers.</summary>
    Unattributed,

    /// <summary>It seems to answer for several authorities.</summary>
    SeveralAuthorities,

    /// <summary>Rungs disagree; nothing is attributed.</summary>
    Conflict,

    /// <summary>It is attributed, yet it names another authority and not that one.</summary>
    NamesAnother,

    /// <summary>It came to a reply address whose token has a slip.</summary>
    DamagedToken,

    /// <summary>It gives a reference of this round to an authority that is not on the register.</summary>
    UnknownReference,

    /// <summary>It carries a sound mark of another round, or of an authority that is not on this register.</summary>
    ForeignRound,

    /// <summary>It was sent from our own mailbox: a copy of a letter, or something a colleague passed on.</summary>
    OurOwnMail,
}
