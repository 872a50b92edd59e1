namespace FoiPipeline.Core.Watching;

/// <summary>How much waits, and how long the longest has been waiting, at one moment.</summary>
public sealed record Measures
{
    public IReadOnlyList<QueueMeasure> Queues { get; init; } = [];

    /// <summary>Documents of the inbox that no step has taken in.</summary>
    public int Untouched { get; init; }

    /// <summary>Since the oldest of them was stored; nothing if there is none.</summary>
    public TimeSpan? OldestUntouched { get; init; }

    /// <summary>Mails taken in whose text has not been read.</summary>
    public int Unread { get; init; }

    /// <summary>Since the oldest of them was stored; nothing if there is none.</summary>
    public TimeSpan? OldestUnread { get; init; }

    /// <summary>Things that wait for a person, those the pipeline gave up on included; of the worklist 2,000 at most are counted.</summary>
    public int Triage { get; init; }

    /// <summary>How long the oldest of them has waited; nothing if there is none.</summary>
    public TimeSpan? OldestTriage { get; init; }

    /// <summary>Requests with a letter that waits to be sent, now or later; 2,000 at most are counted.</summary>
    public int LettersWaiting { get; init; }

    /// <summary>Letters being sent at this moment, or whose sending broke off and is not settled yet.</summary>
    public int LettersInFlight { get; init; }

    /// <summary>Letters of which nobody knows whether they left.</summary>
    public int LettersUnconfirmed { get; init; }
}

/// <param name="Name">The queue.</param>
/// <param name="Length">Its messages, hidden ones included; some stores estimate it.</param>
/// <param name="OldestAge">How long the oldest visible message has been in it; nothing if there is none.</param>
public sealed record QueueMeasure(string Name, int Length, TimeSpan? OldestAge);
