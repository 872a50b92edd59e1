namespace FoiPipeline.Core.Ports;

/// <summary>
/// The journal of one round: append-only streams, each with one summary row. Two writers never both win. A failure of the store
/// throws <see cref="StoreUnavailableException"/>; after it the append may or may not have happened, and running it again is safe.
/// </summary>
public interface IRegister
{
    /// <summary>
    /// Appends all <paramref name="events"/> (one to <see cref="RegisterRules.MaxEvents"/>) and replaces the summary and worklist entries, in one transaction, if the stream is at
    /// <paramref name="expectedVersion"/> (the number of its events, 0 for a new stream). Keys are looked at first: if all are present the
    /// answer is <see cref="AppendOutcome.AlreadyPresent"/> whatever the version.
    /// </summary>
    Task<AppendOutcome> AppendAsync(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel);

    /// <summary>The summary and version of a stream; version 0 when there is none.</summary>
    Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel);

    /// <summary>
    /// The stream as this process saw it last, without asking the store; nothing if it does not remember. It may be out of date, and serves only to decide what to append:
    /// the append says whether it was.
    /// </summary>
    StreamSnapshot? Recall(StreamId stream) => null;

    /// <summary>The events of a stream in the order of appending.</summary>
    IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel);

    /// <summary>All streams whose name starts with <paramref name="prefix"/>, in ordinal order of name, in one range read.</summary>
    IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel);

    /// <summary>The streams on a worklist in order of sort key, then of name; those with a sort key above <paramref name="upTo"/> (ordinal) are left out if it is given.</summary>
    IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel);

    /// <summary>Puts a recomputed summary in place of the stored one, if the stream is still at <paramref name="version"/>. Answers whether it was.</summary>
    Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel);
}
