using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// One write to a stream: events (none when only the summary is replaced), summary and worklists. Its <see cref="Id"/> stands on the rows, so that a
/// write whose answer was lost is known again as our own.
/// </summary>
internal sealed class RegisterTransaction(StreamId stream, IReadOnlyList<StoredEvent> events, StoredSummary summary)
{
    private IReadOnlyList<Payload>? _events;
    private Payload _summary;

    public StreamId Stream => stream;

    public Guid Id { get; } = Guid.NewGuid();

    public IReadOnlyList<StoredEvent> Events => events;

    public IReadOnlyList<ListEntry> Places { get; } = [.. summary.Lists.Distinct()];

    public string SummaryJson => summary.Json;

    /// <summary>Stores what is too large for the rows. Only the first call does anything.</summary>
    public async Task KeepPayloadsAsync(RegisterPayloads payloads, CancellationToken cancel)
    {
        if (_events is not null)
        {
            return;
        }

        var limit = RegisterPayloads.InlineLimit(events.Count + 1 + Places.Count);
        var kept = new List<Payload>(events.Count);
        foreach (var stored in events)
        {
            kept.Add(await payloads.KeepAsync(stored.Json, limit, cancel));
        }

        _summary = await payloads.KeepAsync(summary.Json, limit, cancel);
        _events = kept;
    }

    /// <summary>The actions that lead from a state to the next, each row once. The summary is first.</summary>
    public IReadOnlyList<TableTransactionAction> From(StreamState state)
    {
        var version = state.Version + events.Count;
        var row = RegisterRows.Summary(stream, version, Places, Id, _summary);
        var actions = new List<TableTransactionAction>
        {
            state.Version == 0
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, state.ETag),
        };
        actions.AddRange(events.Select((e, i) => new TableTransactionAction(
            TableTransactionActionType.Add, RegisterRows.Event(stream, state.Version + 1 + i, e.Key, Id, _events![i]))));
        actions.AddRange(Places.Select(p => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace, RegisterRows.Place(stream, p, version, _summary))));
        actions.AddRange(state.Places.Except(Places).Select(p => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(RegisterRows.Partition, RegisterKeys.Place(p, stream)))));
        return actions;
    }
}
