using System.Runtime.CompilerServices;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Fakes;

/// <summary>A register that forgets. It passes the same contract as the real ones.</summary>
public sealed class InMemoryRegister : IRegister
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Journal> _journals = new(StringComparer.Ordinal);

    public Task<AppendOutcome> AppendAsync(
        StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(stream);
        RegisterRules.Require(expectedVersion, events);
        RegisterRules.Require(summary);
        cancel.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var journal = _journals.GetValueOrDefault(stream.Value) ?? new Journal([], new StoredSummary("", []));
            var present = events.Count(e => journal.Events.Any(old => old.Key == e.Key));
            if (present == events.Count)
            {
                return Task.FromResult(AppendOutcome.AlreadyPresent);
            }

            if (present > 0 || journal.Events.Count != expectedVersion)
            {
                return Task.FromResult(AppendOutcome.Conflict);
            }

            _journals[stream.Value] = new Journal([.. journal.Events, .. events], summary);
            return Task.FromResult(AppendOutcome.Appended);
        }
    }

    public Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Task.FromResult(_journals.TryGetValue(stream.Value, out var journal) ? journal.Snapshot(stream.Value) : new StreamSnapshot(stream, 0, ""));
        }
    }

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Stream(_journals.GetValueOrDefault(stream.Value)?.Events ?? [], cancel);
        }
    }

    public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Stream([.. _journals.Where(j => j.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(j => j.Value.Snapshot(j.Key))], cancel);
        }
    }

    public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel)
    {
        lock (_lock)
        {
            var places =
                from journal in _journals
                from sortKey in journal.Value.Summary.Lists.Where(e => e.List == list).Select(e => e.SortKey).Distinct(StringComparer.Ordinal)
                where upTo is null || string.CompareOrdinal(sortKey, upTo) <= 0
                select (sortKey, journal.Key, journal.Value);
            return Stream(
                [.. places.OrderBy(p => p.sortKey, StringComparer.Ordinal).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Snapshot(p.Key))],
                cancel);
        }
    }

    public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(summary);
        lock (_lock)
        {
            if (!_journals.TryGetValue(stream.Value, out var journal) || journal.Events.Count != version)
            {
                return Task.FromResult(false);
            }

            _journals[stream.Value] = journal with { Summary = summary };
            return Task.FromResult(true);
        }
    }

    private static async IAsyncEnumerable<T> Stream<T>(IReadOnlyList<T> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var item in items)
        {
            // Whoever relies on an answer being there at once is found out here, not on the real store.
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    private sealed record Journal(IReadOnlyList<StoredEvent> Events, StoredSummary Summary)
    {
        public StreamSnapshot Snapshot(string name) => new(new StreamId(name), Events.Count, Summary.Json);
    }
}
