using System.Text.Json.Serialization;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Mails;

/// <summary>A mail as its events left it.</summary>
public sealed record MailState
{
    public static MailState Empty { get; } = new();

    /// <summary>Lower-case hexadecimal SHA-256 of the raw bytes.</summary>
    public string Mail { get; init; } = "";

    public long Bytes { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    public string From { get; init; } = "";

    public string Subject { get; init; } = "";

    public string MessageId { get; init; } = "";

    public bool Matched { get; init; }

    public IReadOnlyList<AuthorityId> Authorities { get; init; } = [];

    public IReadOnlyList<AuthorityId> Suggestions { get; init; } = [];

    public string? DoubtKind { get; init; }

    public string? Doubt { get; init; }

    public string? SetAside { get; init; }

    /// <summary>Where the reading is stored; nothing until the text has been extracted.</summary>
    public string? Reading { get; init; }

    public ReplyKind? Kind { get; init; }

    public double Confidence { get; init; }

    public bool JudgedByPerson { get; init; }

    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>How a person dealt with it; nothing while it waits or needs nobody.</summary>
    public string? Settled { get; init; }

    /// <summary>Whether a person has had to do anything with it.</summary>
    public bool NeededPerson { get; init; }

    [JsonIgnore]
    public bool Exists => Mail.Length > 0;

    public static MailState Apply(MailState state, MailEvent happening)
    {
        var next = Next(state, happening);
        return happening.By.IsPerson && happening is not MailCollected ? next with { NeededPerson = true } : next;
    }

    private static MailState Next(MailState state, MailEvent happening) => happening switch
    {
        MailCollected e => state with { Mail = e.Mail, Bytes = e.Bytes, ReceivedAt = e.ReceivedAt },
        MailMatched e => state with
        {
            Matched = true, From = e.From, Subject = e.Subject, MessageId = e.MessageId, Authorities = e.Authorities, Suggestions = e.Suggestions,
            DoubtKind = e.DoubtKind, Doubt = e.Doubt, SetAside = null,
        },
        MailSetAside e => state with { SetAside = e.Reason },
        TextExtracted e => state with
        {
            Reading = e.Document, Unreadable = e.Unreadable,
            Kind = state.JudgedByPerson ? state.Kind : e.Kind,
            Confidence = state.JudgedByPerson ? state.Confidence : e.Confidence,
            Suggestions = [.. state.Suggestions.Union(e.Suggestions).Except(state.Authorities)],
        },
        MailJudged e => state with { Kind = e.Kind, Confidence = 1, JudgedByPerson = true },
        MailSettled e => state with { Settled = e.How },
        _ => state,
    };
}
