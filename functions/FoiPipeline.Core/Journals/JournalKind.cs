using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Journals;

/// <summary>One family of streams: how its events are folded, where its state is listed, how both are written.</summary>
/// <param name="Prefix">What the names of its streams start with: <c>request/</c>.</param>
/// <param name="Empty">The state before the first event.</param>
/// <param name="Apply">The fold. Total: it never throws for an event of the family.</param>
/// <param name="Lists">The worklists a state stands on.</param>
/// <param name="StateJson">How the state is written.</param>
/// <param name="EventJson">How an event is written.</param>
public sealed record JournalKind<TState, TEvent>(
    string Prefix,
    TState Empty,
    Func<TState, TEvent, TState> Apply,
    Func<TState, IReadOnlyList<ListEntry>> Lists,
    JsonTypeInfo<TState> StateJson,
    JsonTypeInfo<TEvent> EventJson) : IJournalKind
    where TState : class
    where TEvent : JournalEvent
{
    public StreamId Stream(string name) => new(Prefix + name);

    public TState State(StreamSnapshot snapshot) =>
        snapshot.Version == 0 ? Empty : JsonSerializer.Deserialize(snapshot.SummaryJson, StateJson)!;

    public StoredEvent Store(TEvent happening) => new(happening.Key, JsonSerializer.Serialize(happening, EventJson));

    public StoredSummary Summarise(TState state) => new(JsonSerializer.Serialize(state, StateJson), Lists(state));

    public TEvent Event(StoredEvent stored) => JsonSerializer.Deserialize(stored.Json, EventJson)!;

    public StoredSummary Fold(IEnumerable<StoredEvent> events) => Summarise(events.Select(Event).Aggregate(Empty, Apply));
}

/// <summary>What rebuilding needs to know of a family of streams.</summary>
public interface IJournalKind
{
    string Prefix { get; }

    /// <summary>The summary that the events amount to.</summary>
    StoredSummary Fold(IEnumerable<StoredEvent> events);
}
