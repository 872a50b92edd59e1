using System.Text.Json.Serialization;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Mails;

/// <summary>What can happen to a mail that came in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MailCollected), nameof(MailCollected))]
[JsonDerivedType(typeof(MailMatched), nameof(MailMatched))]
[JsonDerivedType(typeof(MailSetAside), nameof(MailSetAside))]
[JsonDerivedType(typeof(TextExtracted), nameof(TextExtracted))]
[JsonDerivedType(typeof(MailJudged), nameof(MailJudged))]
[JsonDerivedType(typeof(MailSettled), nameof(MailSettled))]
public abstract record MailEvent : JournalEvent;

/// <param name="Mail">Lower-case hexadecimal SHA-256 of the raw bytes.</param>
/// <param name="ReceivedAt">When the mailbox's server took it; for a file dropped in by hand, what its headers say.</param>
/// <param name="Source">Where it came from: <c>mailbox</c>, <c>inbox</c> (dropped in), <c>import</c>.</param>
public sealed record MailCollected(string Mail, long Bytes, DateTimeOffset ReceivedAt, string Source) : MailEvent
{
    public override string Key => "collected";
}

/// <summary>The matching ladder, or a person, said whose reply it is.</summary>
/// <param name="Authorities">Those it is credited to; none if that is not certain.</param>
/// <param name="Suggestions">Those it may also be from, for a person to confirm.</param>
/// <param name="Doubt">What a person has to settle, in one sentence; nothing when all is clear.</param>
public sealed record MailMatched(
    string From, string Subject, string MessageId, IReadOnlyList<AuthorityId> Authorities, string Rung, string Evidence,
    IReadOnlyList<AuthorityId> Suggestions, string? DoubtKind, string? Doubt) : MailEvent
{
    public override string Key => By.IsPerson ? $"matched/{Moment(At)}" : "matched";
}

public sealed record MailSetAside(string Reason, string? DuplicateOf) : MailEvent
{
    public override string Key => By.IsPerson ? $"set-aside/{Moment(At)}" : "set-aside";
}

/// <param name="Document">Where the reading is stored: <c>text/{mail}.json</c>.</param>
/// <param name="Unreadable">What could not be read, one sentence for each attachment concerned.</param>
public sealed record TextExtracted(
    string Document, ReplyKind Kind, double Confidence, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Unreadable,
    IReadOnlyList<AuthorityId> Suggestions) : MailEvent
{
    public override string Key => "extracted";
}

/// <summary>A person said what kind of reply it is.</summary>
public sealed record MailJudged(ReplyKind Kind) : MailEvent
{
    public override string Key => $"judged/{Moment(At)}";
}

/// <summary>A person has done what the mail asked for; nothing about it waits any more.</summary>
public sealed record MailSettled(string How) : MailEvent
{
    public override string Key => $"settled/{Moment(At)}";
}
