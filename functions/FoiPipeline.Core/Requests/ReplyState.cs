using System.Text.Json.Serialization;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Requests;

/// <summary>One reply to a request, as its events left it.</summary>
public sealed record ReplyState
{
    public required string Mail { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string From { get; init; }

    public required string Subject { get; init; }

    public string MessageId { get; init; } = "";

    /// <summary>Nothing until it has been judged.</summary>
    public ReplyKind? Kind { get; init; }

    public double Confidence { get; init; }

    public bool JudgedByPerson { get; init; }

    /// <summary>How often it has been judged; the latest judgement counts.</summary>
    public int Judgements { get; init; }

    public bool Detached { get; init; }

    public bool Queued { get; init; }

    public bool PermanentBounce { get; init; }

    /// <summary>Hash of the reply's own words and attachments; nothing until it has been read.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Only a judgement that a person made, or that the rules are sure of, moves a request's outcome or clock.</summary>
    [JsonIgnore]
    public bool IsSettled => !Detached && Kind is not null && (JudgedByPerson || Confidence >= Judgement.PersonBelow);

    /// <summary>It answers in substance: the thing that is classified.</summary>
    [JsonIgnore]
    public bool IsResponse => IsSettled && Kind is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld or ReplyKind.Refusal;
}
