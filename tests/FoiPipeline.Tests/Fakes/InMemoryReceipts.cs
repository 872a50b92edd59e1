using System.Collections.Concurrent;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Fakes;

/// <summary>Receipts that are forgotten with the test.</summary>
public sealed class InMemoryReceipts : IReceipts
{
    private readonly ConcurrentDictionary<(string Function, string Name), (int Attempts, bool Done, string Problem)> _receipts = new();

    public Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel) => Task.FromResult(Find(function, name).Done);

    public Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel) =>
        Task.FromResult(Find(function, name) is { Done: false, Attempts: >= IReceipts.MaxAttempts });

    public Task MarkDoneAsync(string function, string name, CancellationToken cancel)
    {
        _receipts[(function, name)] = (1, true, "");
        return Task.CompletedTask;
    }

    public Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel)
    {
        var now = _receipts.AddOrUpdate((function, name), (1, false, problem), (_, old) => old.Done ? old : (old.Attempts + 1, false, problem));
        return Task.FromResult(now.Done ? 0 : now.Attempts);
    }

    public Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ParkedDocument>>(
        [.. _receipts.Where(r => r.Key.Function == function && r.Value is { Done: false, Attempts: >= IReceipts.MaxAttempts })
            .Select(r => new ParkedDocument(function, r.Key.Name, r.Value.Attempts, r.Value.Problem)).OrderBy(p => p.Name, StringComparer.Ordinal)]);

    public Task<bool> RetryAsync(string function, string name, CancellationToken cancel) =>
        Task.FromResult(!Find(function, name).Done && _receipts.TryRemove((function, name), out _));

    private (int Attempts, bool Done, string Problem) Find(string function, string name) => _receipts.GetValueOrDefault((function, name));
}
