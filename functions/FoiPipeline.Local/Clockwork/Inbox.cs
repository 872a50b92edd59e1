using System.Collections.Concurrent;

namespace FoiPipeline.Local.Clockwork;

/// <summary>A document that has to ring a function.</summary>
internal sealed record PendingDocument(string Function, string Name);

/// <summary>
/// Knows which documents have not rung their function yet. Documents stored by this process announce themselves; those another process or a
/// person put there are found by looking through the folder, at the start and from time to time.
/// </summary>
internal sealed class Inbox : IDisposable
{
    public static readonly TimeSpan LookThroughEvery = TimeSpan.FromSeconds(15);

    private readonly AnnouncingStore _store;
    private readonly BlobFunction[] _functions;
    private readonly TimeSpan _lookThroughEvery;
    private readonly ConcurrentQueue<PendingDocument> _pending = new();
    private readonly ConcurrentBag<PendingDocument> _failed = [];

    // What this process has once put in line is not looked up again at every look through the folder.
    private readonly ConcurrentDictionary<PendingDocument, bool> _known = new();
    private readonly SemaphoreSlim _news = new(0);
    private long _lookedThrough = long.MinValue;

    public Inbox(AnnouncingStore store, BlobFunction[] functions, TimeSpan lookThroughEvery)
    {
        _store = store;
        _functions = functions;
        _lookThroughEvery = lookThroughEvery;
        _store.Created += Announce;
    }

    /// <summary>Looks through the folders if that was not done lately. A document that failed gets its next turn here.</summary>
    public async Task ScanAsync(CancellationToken cancel)
    {
        while (_failed.TryTake(out var again))
        {
            _pending.Enqueue(again);
        }

        // Wall time of the machine, not of the round: in a rehearsal weeks pass in seconds, and nobody else drops files in that fast.
        var now = Environment.TickCount64;
        if (_lookedThrough != long.MinValue && now - _lookedThrough < _lookThroughEvery.TotalMilliseconds)
        {
            return;
        }

        _lookedThrough = now;
        foreach (var function in _functions)
        {
            await foreach (var document in _store.Documents.ListAsync($"{function.Container}/", cancel).ConfigureAwait(false))
            {
                Enqueue(new PendingDocument(function.Name, document.Name));
            }
        }
    }

    /// <summary>The next document that is not done yet, or nothing.</summary>
    public async Task<PendingDocument?> Take(CancellationToken cancel)
    {
        while (_pending.TryDequeue(out var document))
        {
            if (await WaitsAsync(document, cancel).ConfigureAwait(false))
            {
                return document;
            }
        }

        return null;
    }

    private async Task<bool> WaitsAsync(PendingDocument document, CancellationToken cancel)
    {
        try
        {
            return !await _store.Receipts.IsDoneAsync(document.Function, document.Name, cancel).ConfigureAwait(false)
                && !await _store.Receipts.IsParkedAsync(document.Function, document.Name, cancel).ConfigureAwait(false);
        }
        catch
        {
            // Whether it waits could not be told; out of line it would not be looked at again before the next start.
            Failed(document);
            throw;
        }
    }

    public void Failed(PendingDocument document) => _failed.Add(document);

    /// <summary>Waits until a document is announced, at most <paramref name="longest"/>.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _news.WaitAsync(longest, cancel);

    public void Dispose()
    {
        _store.Created -= Announce;
        _news.Dispose();
    }

    private void Announce(object? sender, DocumentCreatedEventArgs e)
    {
        foreach (var function in _functions)
        {
            if (e.Name.StartsWith(function.Container + "/", StringComparison.Ordinal))
            {
                Enqueue(new PendingDocument(function.Name, e.Name));
                _news.Release();
            }
        }
    }

    private void Enqueue(PendingDocument document)
    {
        if (_known.TryAdd(document, true))
        {
            _pending.Enqueue(document);
        }
    }
}
