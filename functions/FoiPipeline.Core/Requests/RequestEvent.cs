using System.Globalization;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Requests;

/// <summary>What can happen to a request. The family is closed: a new happening is a new record here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RequestOpened), nameof(RequestOpened))]
[JsonDerivedType(typeof(LetterQueued), nameof(LetterQueued))]
[JsonDerivedType(typeof(LetterSending), nameof(LetterSending))]
[JsonDerivedType(typeof(LetterSent), nameof(LetterSent))]
[JsonDerivedType(typeof(LetterDeferred), nameof(LetterDeferred))]
[JsonDerivedType(typeof(LetterRefused), nameof(LetterRefused))]
[JsonDerivedType(typeof(LetterUnconfirmed), nameof(LetterUnconfirmed))]
[JsonDerivedType(typeof(LetterBounced), nameof(LetterBounced))]
[JsonDerivedType(typeof(AddressChanged), nameof(AddressChanged))]
[JsonDerivedType(typeof(ReplyReceived), nameof(ReplyReceived))]
[JsonDerivedType(typeof(ReplyJudged), nameof(ReplyJudged))]
[JsonDerivedType(typeof(ReplyDetached), nameof(ReplyDetached))]
[JsonDerivedType(typeof(ResponseQueued), nameof(ResponseQueued))]
[JsonDerivedType(typeof(Held), nameof(Held))]
[JsonDerivedType(typeof(Released), nameof(Released))]
[JsonDerivedType(typeof(Withdrawn), nameof(Withdrawn))]
[JsonDerivedType(typeof(NoteAdded), nameof(NoteAdded))]
public abstract record RequestEvent : JournalEvent;

public sealed record RequestOpened(AuthorityId Authority, string Reference) : RequestEvent
{
    public override string Key => "opened";
}

/// <summary>A letter shall go out, not before a moment. <paramref name="Order"/> is its place in the queue, spread over mail hosts.</summary>
/// <param name="BodyDocument">The document with the text a person wrote, where the letter is no template.</param>
public sealed record LetterQueued(LetterId Letter, DateTimeOffset NotBefore, int Order, string? BodyDocument) : RequestEvent
{
    public override string Key => $"letter/{Letter}/queued";
}

/// <summary>Appended before the first byte leaves: this is the lock against sending twice.</summary>
/// <param name="Sha256">Hash of the exact bytes, which are stored already.</param>
public sealed record LetterSending(LetterId Letter, int Attempt, string To, string MessageId, string Sha256) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"letter/{Letter}/sending/{Attempt}");
}

/// <param name="AcceptedAt">When the mail server took it: the moment the statutory clock is reckoned from.</param>
/// <param name="Words">The server's words, or where the letter was found afterwards.</param>
public sealed record LetterSent(LetterId Letter, DateTimeOffset AcceptedAt, string Words) : RequestEvent
{
    public override string Key => $"letter/{Letter}/sent";
}

/// <summary>Surely not accepted; it is tried again after <paramref name="NotBefore"/>.</summary>
public sealed record LetterDeferred(LetterId Letter, int Attempt, DateTimeOffset NotBefore, string Words) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"letter/{Letter}/deferred/{Attempt}");
}

/// <summary>Surely not accepted, and trying the same again is useless: a person decides.</summary>
public sealed record LetterRefused(LetterId Letter, int Attempt, string Words) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"letter/{Letter}/refused/{Attempt}");
}

/// <summary>It is not known whether the letter left. It is never sent again before that is settled.</summary>
public sealed record LetterUnconfirmed(LetterId Letter, int Attempt, string Words) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"letter/{Letter}/unconfirmed/{Attempt}");
}

/// <summary>A mail server reported that it could not deliver the letter. Section 10 of the Act knows no receipt then.</summary>
public sealed record LetterBounced(LetterId Letter, string Mail, string Words) : RequestEvent
{
    public override string Key => $"letter/{Letter}/bounced/{Moment(At)}";
}

public sealed record AddressChanged(string From, string To, string Why) : RequestEvent
{
    public override string Key => $"address/{Moment(At)}";
}

/// <param name="Mail">Id of the mail: the hash of its bytes.</param>
/// <param name="Rung">The rung of the matching ladder that attributed it, or <c>person</c>.</param>
/// <param name="Evidence">The words that proved it.</param>
public sealed record ReplyReceived(string Mail, DateTimeOffset ReceivedAt, string From, string Subject, string MessageId, string Rung, string Evidence) : RequestEvent
{
    public override string Key => $"reply/{Mail}/received/{Moment(At)}";
}

/// <param name="Number">1 for the first judgement of this reply, 2 for the next.</param>
/// <param name="PermanentBounce">For a bounce: whether the server gave up.</param>
/// <param name="TheirReference">The authority's own reference, if the reply gives one.</param>
/// <param name="ContentHash">Hash of the reply's own words and attachments: the same answer sent twice has the same.</param>
public sealed record ReplyJudged(
    string Mail, int Number, ReplyKind Kind, double Confidence, IReadOnlyList<Evidence> Evidence, bool PermanentBounce, string? TheirReference,
    string? ContentHash) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"reply/{Mail}/judged/{Number}");
}

public sealed record ReplyDetached(string Mail, string Why) : RequestEvent
{
    public override string Key => $"reply/{Mail}/detached/{Moment(At)}";
}

/// <summary>The reply answers in substance and stands in the queue for classification.</summary>
/// <param name="Judgement">The number of the judgement that made it a response.</param>
public sealed record ResponseQueued(string Mail, int Judgement, ReplyKind Kind) : RequestEvent
{
    public override string Key => string.Create(CultureInfo.InvariantCulture, $"reply/{Mail}/queued/{Judgement}");
}

public sealed record Held(string Why) : RequestEvent
{
    public override string Key => $"held/{Moment(At)}";
}

public sealed record Released(string Why) : RequestEvent
{
    public override string Key => $"released/{Moment(At)}";
}

public sealed record Withdrawn(string Why) : RequestEvent
{
    public override string Key => "withdrawn";
}

public sealed record NoteAdded(string Text) : RequestEvent
{
    public override string Key => $"note/{Moment(At)}";
}
