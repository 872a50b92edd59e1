using System.Globalization;
using System.Text.Json.Serialization;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Requests;

/// <summary>A request as its events left it. Dates of law and the axes of state are reckoned from it , not stored.</summary>
public sealed record RequestState
{
    public static RequestState Empty { get; } = new();

    public AuthorityId Authority { get; init; }

    public string Reference { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The address to write to where it is no longer the register's.</summary>
    public string? Address { get; init; }

    public IReadOnlyList<LetterState> Letters { get; init; } = [];

    public IReadOnlyList<ReplyState> Replies { get; init; } = [];

    /// <summary>The authority's own references, as given in its replies.</summary>
    public IReadOnlyList<string> TheirReferences { get; init; } = [];

    /// <summary>Why it is held; nothing when it is not.</summary>
    public string? Held { get; init; }

    /// <summary>Why it was withdrawn; nothing when it was not.</summary>
    public string? Withdrawn { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public int Notes { get; init; }

    [JsonIgnore]
    public bool Exists => Reference.Length > 0;

    public LetterState? Letter(LetterId id) => Letters.FirstOrDefault(l => l.Id == id);

    public ReplyState? Reply(string mail) => Replies.FirstOrDefault(r => r.Mail == mail);

    /// <summary>The number the next letter of a kind gets.</summary>
    public int NextNumber(LetterKind kind) => Letters.Count(l => l.Id.Kind == kind) + 1;

    public static RequestState Apply(RequestState state, RequestEvent happening) => happening switch
    {
        RequestOpened e => state with { Authority = e.Authority, Reference = e.Reference, OpenedAt = e.At },
        LetterQueued e => state with { Letters = [.. state.Letters, Queued(e)] },
        LetterSending e => state.WithLetter(e.Letter, l => l with
        {
            Delivery = Delivery.Sending, Attempt = e.Attempt, To = e.To, MessageId = e.MessageId, Sha256 = e.Sha256, SendingAt = e.At,
        }),
        LetterSent e => state.WithLetter(e.Letter, l => l with { Delivery = Delivery.Sent, SentAt = e.AcceptedAt, Words = e.Words }),
        LetterDeferred e => state.WithLetter(e.Letter, l => l with { Delivery = Delivery.Deferred, NotBefore = e.NotBefore, Words = e.Words }),
        LetterRefused e => state.WithLetter(e.Letter, l => l with { Delivery = Delivery.Refused, Words = e.Words }),
        LetterUnconfirmed e => state.WithLetter(e.Letter, l => l with { Delivery = Delivery.Unconfirmed, Words = e.Words }),
        LetterBounced e => state.WithLetter(e.Letter, l => l with { Delivery = Delivery.Bounced, BouncedBy = e.Mail, Words = e.Words }),
        AddressChanged e => state with { Address = e.To },
        // Attached again after having been detached, a reply keeps what it was judged to be.
        ReplyReceived e when state.Reply(e.Mail) is not null => state.WithReply(e.Mail, r => r with { Detached = false }),
        ReplyReceived e => state with { Replies = [.. state.Replies, Received(e)] },
        ReplyJudged e => Judged(state, e),
        ReplyDetached e => state.WithReply(e.Mail, r => r with { Detached = true }).WithoutBounce(e.Mail),
        ResponseQueued e => state.WithReply(e.Mail, r => r with { Queued = true }),
        Held e => state with { Held = e.Why },
        Released => state with { Held = null },
        Withdrawn e => state with { Withdrawn = e.Why, WithdrawnAt = e.At },
        NoteAdded => state with { Notes = state.Notes + 1 },
        _ => state,
    };

    private static LetterState Queued(LetterQueued e) => new()
    {
        Id = e.Letter, Delivery = Delivery.Queued, QueuedAt = e.At, NotBefore = e.NotBefore, Order = e.Order, BodyDocument = e.BodyDocument,
    };

    private static ReplyState Received(ReplyReceived e) => new()
    {
        Mail = e.Mail, ReceivedAt = e.ReceivedAt, From = e.From, Subject = e.Subject, MessageId = e.MessageId,
    };

    private static RequestState Judged(RequestState state, ReplyJudged e)
    {
        var judged = state.WithReply(e.Mail, r => r with
        {
            Kind = e.Kind,
            Confidence = e.Confidence,
            JudgedByPerson = e.By.IsPerson,
            Judgements = e.Number,
            PermanentBounce = e.PermanentBounce,
            ContentHash = e.ContentHash ?? r.ContentHash,
            Queued = r.Queued && r.Kind == e.Kind,
        });
        judged = e is { Kind: ReplyKind.Bounce, PermanentBounce: true } ? judged : judged.WithoutBounce(e.Mail);
        return e.TheirReference is { Length: > 0 } theirs && !state.TheirReferences.Contains(theirs)
            ? judged with { TheirReferences = [.. state.TheirReferences, theirs] }
            : judged;
    }

    // A report that was somebody else's, or that was no report after all, takes back what it said of a letter.
    private RequestState WithoutBounce(string mail) =>
        Letters.Any(l => l.IsBouncedBy(mail))
            ? this with { Letters = [.. Letters.Select(l => l.IsBouncedBy(mail) ? l with { Delivery = Delivery.Sent, BouncedBy = null } : l)] }
            : this;

    private RequestState WithLetter(LetterId id, Func<LetterState, LetterState> change) =>
        this with { Letters = [.. Letters.Select(l => l.Id == id ? change(l) : l)] };

    private RequestState WithReply(string mail, Func<ReplyState, ReplyState> change) =>
        this with { Replies = [.. Replies.Select(r => r.Mail == mail ? change(r) : r)] };

    /// <summary>How a moment is written in sort keys of worklists: ordinal order is time order.</summary>
    public static string SortKey(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddTHHmmss", CultureInfo.InvariantCulture);
}
