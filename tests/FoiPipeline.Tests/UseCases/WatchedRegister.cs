using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.UseCases;

/// <summary>Lets a test do something at the very moment before or after a stream is appended to: what another process would do just then.</summary>
internal sealed class WatchedRegister(IRegister inner, Func<StreamId, Task>? beforeAppend = null, Func<IReadOnlyList<StoredEvent>, Task>? afterAppend = null) : IRegister
{
    public async Task<AppendOutcome> AppendAsync(
        StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel)
    {
        await (beforeAppend?.Invoke(stream) ?? Task.CompletedTask);
        var outcome = await inner.AppendAsync(stream, expectedVersion, events, summary, cancel);
        await (afterAppend?.Invoke(events) ?? Task.CompletedTask);
        return outcome;
    }

    public Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel) => inner.LoadAsync(stream, cancel);

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel) => inner.ReadEventsAsync(stream, cancel);

    public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel) => inner.ListAsync(prefix, cancel);

    public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel) => inner.ListWorkAsync(list, upTo, cancel);

    public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel) =>
        inner.ReplaceSummaryAsync(stream, version, summary, cancel);
}
