using System.Runtime.CompilerServices;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// The register in one partition of a table. An append is one entity-group transaction; its conditions (events that are not there, a summary row in the
/// state it was read in) are checked by the service, so that of two writers one wins. A load and an append cost one request each. An append whose answer
/// was lost is repeated by the pipeline, refused, and then known as our own by its number on the rows: the answer is <see cref="AppendOutcome.Appended"/>.
/// </summary>
/// <param name="table">The table <c>register</c>.</param>
/// <param name="documents">Where payloads go that are too large for a row.</param>
/// <param name="place">The storage account, for messages to a person.</param>
public sealed class TableRegister(TableClient table, IDocumentStore documents, string place) : IRegister
{
    /// <summary>Streams whose state is remembered. Each takes a few hundred bytes.</summary>
    internal const int Remembered = 4096;

    // A worklist is often left early, a list of all streams never.
    private const int WorkPage = 100;
    private const int ListPage = 1000;

    // Only somebody who replaces the same summary again and again can use these up.
    private const int MaxTries = 10;

    private static readonly string[] OfSnapshots = [RegisterTable.RowKey, RegisterRows.Version, Payload.Inline, Payload.Elsewhere];
    private static readonly string[] OfEvents = [RegisterTable.RowKey, RegisterRows.Number, RegisterRows.Key, Payload.Inline, Payload.Elsewhere];

    private readonly RegisterTable _rows = new(table, place);
    private readonly RegisterPayloads _payloads = new(documents, place);
    private readonly RecentStreams _recent = new(Remembered);

    /// <summary>Rows a page, for a test of many pages.</summary>
    internal int? PageSize { get; init; }

    /// <inheritdoc/>
    public async Task<AppendOutcome> AppendAsync(
        StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(stream);
        RegisterRules.Require(expectedVersion, events);
        RegisterRules.Require(summary);
        cancel.ThrowIfCancellationRequested();
        var write = new RegisterTransaction(stream, events, summary);
        var state = _recent.Find(stream) ?? (expectedVersion == 0 ? StreamState.None : await ReadStateAsync(stream, cancel));
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (state.Version == expectedVersion && await TryWriteAsync(write, state, cancel))
            {
                return AppendOutcome.Appended;
            }

            // The version is read before the keys: if it has moved on with our keys in between, the keys are found.
            state = await ReadStateAsync(stream, cancel);
            if (await FindOutcomeAsync(write, state.Version == expectedVersion, cancel) is { } outcome)
            {
                return outcome;
            }
        }

        throw Restless(stream);
    }

    /// <inheritdoc/>
    public async Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!RegisterKeys.IsStream(stream.Value) || await _rows.SummaryAsync(stream, cancel) is not { } row)
        {
            return new StreamSnapshot(stream, 0, "");
        }

        var state = RegisterRows.State(row);
        var json = await _payloads.ReadAsync(row, cancel);
        _recent.Remember(stream, state.With(json));
        return new StreamSnapshot(stream, state.Version, json);
    }

    /// <inheritdoc/>
    public StreamSnapshot? Recall(StreamId stream) =>
        _recent.Find(stream) is { Json: { } json } state ? new StreamSnapshot(stream, state.Version, json) : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var row in RegisterKeys.IsStream(stream.Value) ? await ReadEventRowsAsync(stream, cancel) : [])
        {
            yield return new StoredEvent(RegisterRows.Required<string>(row, RegisterRows.Key), await _payloads.ReadAsync(row, cancel));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel) =>
        SnapshotsAsync(RegisterKeys.Summaries(prefix), PageSize ?? ListPage, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel) =>
        SnapshotsAsync(RegisterKeys.Places(list, upTo), PageSize ?? WorkPage, cancel);

    /// <inheritdoc/>
    public async Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(summary);
        cancel.ThrowIfCancellationRequested();
        if (version <= 0 || !RegisterKeys.IsStream(stream.Value))
        {
            return false;
        }

        var write = new RegisterTransaction(stream, [], summary);
        var state = _recent.Find(stream) is { } known && known.Version == version ? known : await ReadStateAsync(stream, cancel);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (state.Version != version)
            {
                return false;
            }

            if (await TryWriteAsync(write, state, cancel))
            {
                return true;
            }

            var row = await _rows.StateAsync(stream, cancel);
            if (row?.GetGuid(RegisterRows.Write) == write.Id)
            {
                return true;
            }

            state = Remember(stream, row);
        }

        throw Restless(stream);
    }

    /// <summary>Answers whether it was written; if not, something was not as in <paramref name="state"/>.</summary>
    private async Task<bool> TryWriteAsync(RegisterTransaction write, StreamState state, CancellationToken cancel)
    {
        await write.KeepPayloadsAsync(_payloads, cancel);
        if (await _rows.TryWriteAsync(write.From(state), cancel) is not { } etag)
        {
            _recent.Forget(write.Stream);
            return false;
        }

        if (etag == default)
        {
            _recent.Forget(write.Stream);
        }
        else
        {
            _recent.Remember(write.Stream, new StreamState(state.Version + write.Events.Count, etag, write.Places).With(write.SummaryJson));
        }

        return true;
    }

    /// <summary>What is to be answered; nothing if it is still worth trying.</summary>
    private async Task<AppendOutcome?> FindOutcomeAsync(RegisterTransaction write, bool isAtVersion, CancellationToken cancel)
    {
        var writers = await _rows.WritersAsync(write.Stream, write.Events, cancel);
        if (writers.Count == write.Events.Count)
        {
            return writers.All(w => w == write.Id) ? AppendOutcome.Appended : AppendOutcome.AlreadyPresent;
        }

        return writers.Count > 0 || !isAtVersion ? AppendOutcome.Conflict : null;
    }

    private async Task<StreamState> ReadStateAsync(StreamId stream, CancellationToken cancel) => Remember(stream, await _rows.StateAsync(stream, cancel));

    private StreamState Remember(StreamId stream, TableEntity? row)
    {
        if (row is null)
        {
            _recent.Forget(stream);
            return StreamState.None;
        }

        var state = RegisterRows.State(row);
        _recent.Remember(stream, state);
        return state;
    }

    /// <summary>
    /// The rows of a stream's events in their order, without a gap. Events beyond the first page may be appended while it is read, and then a later one can be there
    /// without an earlier: it is read again.
    /// </summary>
    private async Task<IReadOnlyList<TableEntity>> ReadEventRowsAsync(StreamId stream, CancellationToken cancel)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var rows = new SortedList<long, TableEntity>();
            await foreach (var row in _rows.RangeAsync(RegisterKeys.Events(stream), PageSize ?? ListPage, OfEvents, cancel))
            {
                rows[RegisterRows.Required<long>(row, RegisterRows.Number)] = row;
            }

            if (rows.Count == 0 || (rows.Keys[0] == 1 && rows.Keys[^1] == rows.Count))
            {
                return [.. rows.Values];
            }
        }

        throw new StoreUnavailableException(
            $"Events of {stream} are missing from the register in the storage account {place}: restore the table from a copy of the round (`foi copy`).");
    }

    private async IAsyncEnumerable<StreamSnapshot> SnapshotsAsync(RowRange? range, int pageSize, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (range is not { } rows)
        {
            yield break;
        }

        await foreach (var row in _rows.RangeAsync(rows, pageSize, OfSnapshots, cancel))
        {
            var version = RegisterRows.Required<long>(row, RegisterRows.Version);
            yield return new StreamSnapshot(RegisterKeys.StreamOf(row.RowKey), version, await _payloads.ReadAsync(row, cancel));
        }
    }

    private StoreUnavailableException Restless(StreamId stream) =>
        new($"The register in the storage account {place} changes {stream} faster than it can be written, so nothing is certain about it: run this again.");
}
