using System.Text.Json.Serialization;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Core.Requests;

/// <summary>How far the delivery of a letter has got.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    Queued,
    Sending,
    Sent,
    Deferred,
    Refused,
    Bounced,
    Unconfirmed,
}

/// <summary>One letter of a request, as its events left it.</summary>
public sealed record LetterState
{
    public required LetterId Id { get; init; }

    public required Delivery Delivery { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required int Order { get; init; }

    public string? BodyDocument { get; init; }

    /// <summary>Number of the latest attempt, from 1; 0 before the first.</summary>
    public int Attempt { get; init; }

    public string To { get; init; } = "";

    public string MessageId { get; init; } = "";

    public string Sha256 { get; init; } = "";

    /// <summary>Start of the latest attempt.</summary>
    public DateTimeOffset? SendingAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The mail that said it came back; nothing while it counts as delivered.</summary>
    public string? BouncedBy { get; init; }

    /// <summary>The mail server's latest words.</summary>
    public string Words { get; init; } = "";

    /// <summary>It may go out (again) once its moment has come.</summary>
    [JsonIgnore]
    public bool IsWaiting => Delivery is Delivery.Queued or Delivery.Deferred;

    /// <summary>Whether it went out is not known yet.</summary>
    [JsonIgnore]
    public bool IsInFlight => Delivery is Delivery.Sending or Delivery.Unconfirmed;

    /// <summary>It was delivered as far as anybody knew, until this mail reported that it was not.</summary>
    public bool IsBouncedBy(string mail) => Delivery == Delivery.Bounced && BouncedBy == mail && SentAt is not null;
}
