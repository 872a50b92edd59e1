using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Letters;

/// <summary>What one run of the sender did.</summary>
public sealed record SendReport
{
    public int Sent { get; init; }

    public int Deferred { get; init; }

    public int Refused { get; init; }

    public int Unconfirmed { get; init; }

    /// <summary>Letters of unknown fate that were settled by asking the mailbox.</summary>
    public int Settled { get; init; }

    /// <summary>Letters were due, but another run has taken this minute's share.</summary>
    public bool MinuteTaken { get; init; }

    /// <summary>False when the run found the sending window closed: nothing was sent then.</summary>
    public bool WindowOpen { get; init; } = true;

    /// <summary>When the closed window opens next; nothing if it never does again.</summary>
    public DateTimeOffset? WindowOpens { get; init; }

    public SendReport With(Delivery? delivery) => delivery switch
    {
        Delivery.Sent => this with { Sent = Sent + 1 },
        Delivery.Deferred => this with { Deferred = Deferred + 1 },
        Delivery.Refused => this with { Refused = Refused + 1 },
        Delivery.Unconfirmed => this with { Unconfirmed = Unconfirmed + 1 },
        _ => this,
    };
}
