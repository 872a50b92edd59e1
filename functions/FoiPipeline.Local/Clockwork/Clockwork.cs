using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using Microsoft.Extensions.Logging;

namespace FoiPipeline.Local.Clockwork;

/// <summary>
/// Does on one machine what the Functions host does in the cloud: rings timers, documents and messages through to the functions, from the same
/// files. It keeps nothing in memory that it cannot find again, so it may be stopped at any moment.
/// </summary>
public sealed partial class Clockwork : IDisposable
{
    // A timer of the system knows no more than 49 days; a yearly one is asked again each day.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly FunctionApp _app;
    private readonly AnnouncingStore _store;
    private readonly Func<FunctionCall, CancellationToken, Task> _ring;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Inbox _inbox;
    private bool _parkedShown;

    /// <param name="app">The functions and what rings them.</param>
    /// <param name="store">Where documents and messages come from.</param>
    /// <param name="ring">Rings one function.</param>
    /// <param name="clock">For the timers.</param>
    /// <param name="log">What went wrong and is tried again.</param>
    /// <param name="lookThroughEvery">How often the store is looked through for documents that others put there; every quarter of a minute if not given.</param>
    public Clockwork(
        FunctionApp app, AnnouncingStore store, Func<FunctionCall, CancellationToken, Task> ring, TimeProvider clock, ILogger log, TimeSpan? lookThroughEvery = null)
    {
        _app = app;
        _store = store;
        _ring = ring;
        _clock = clock;
        _log = log;
        _inbox = new Inbox(store, [.. app.Functions.OfType<BlobFunction>()], lookThroughEvery ?? Inbox.LookThroughEvery);
    }

    /// <summary>Rings every timer, then whatever documents and messages wait, until nothing more is to be had now.</summary>
    /// <returns>How many documents and messages were worked off.</returns>
    public async Task<int> TurnAsync(CancellationToken cancel)
    {
        foreach (var timer in _app.Functions.OfType<TimerFunction>())
        {
            await RingTimerAsync(timer, cancel).ConfigureAwait(false);
        }

        return await DrainAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>The first moment not before <paramref name="moment"/> at which the timer of a function rings.</summary>
    public DateTimeOffset NextTimer(string function, DateTimeOffset moment) =>
        Next(_app.Functions.OfType<TimerFunction>().Single(t => t.Name == function), moment.AddTicks(-1));

    /// <summary>Runs until it is cancelled. Work in hand is finished or given back; nothing is lost either way.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        // What was missed while the machine was off is made good at once: every timer's function looks for itself what is due.
        await TurnAsync(cancel).ConfigureAwait(false);
        await Task.WhenAll([.. _app.Functions.OfType<TimerFunction>().Select(t => KeepRingingAsync(t, cancel)), KeepDrainingAsync(cancel)]).ConfigureAwait(false);
    }

    public void Dispose() => _inbox.Dispose();

    private async Task KeepRingingAsync(TimerFunction timer, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var wait = Next(timer, _clock.GetUtcNow()) - _clock.GetUtcNow();
            if (wait > LongestWait)
            {
                await Task.Delay(LongestWait, _clock, cancel).ConfigureAwait(false);
                continue;
            }

            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _clock, cancel).ConfigureAwait(false);
            await RingTimerAsync(timer, cancel).ConfigureAwait(false);
        }
    }

    private async Task KeepDrainingAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(cancel).ConfigureAwait(false);
            }
            catch (StoreUnavailableException e)
            {
                Log.StoreUnavailable(_log, e.Message);
            }

            await _inbox.WaitAsync(_app.Queues.MaxPollingInterval, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Works off the documents and messages that wait, and rings no timer.</summary>
    /// <returns>How many were worked off.</returns>
    public async Task<int> DrainAsync(CancellationToken cancel)
    {
        if (!_parkedShown)
        {
            await ShowParkedAsync(cancel).ConfigureAwait(false);
        }

        await _inbox.ScanAsync(cancel).ConfigureAwait(false);
        for (var done = 0; ;)
        {
            var now = await WorkAsync(_inbox.Take, RingBlobAsync, cancel).ConfigureAwait(false);
            foreach (var queue in _app.Functions.OfType<QueueFunction>())
            {
                now += await WorkAsync(stop => ReceiveAsync(queue, stop), (item, stop) => RingQueueAsync(queue, item, stop), cancel).ConfigureAwait(false);
            }

            if (now == 0)
            {
                return done;
            }

            done += now;
        }
    }

    /// <summary>A few workers take from one source until it gives nothing more.</summary>
    private async Task<int> WorkAsync<T>(Func<CancellationToken, Task<T?>> take, Func<T, CancellationToken, Task> work, CancellationToken cancel)
        where T : class
    {
        var done = 0;
        async Task Worker()
        {
            while (await take(cancel).ConfigureAwait(false) is { } item)
            {
                await work(item, cancel).ConfigureAwait(false);
                Interlocked.Increment(ref done);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, _app.Queues.BatchSize).Select(_ => Task.Run(Worker, cancel))).ConfigureAwait(false);
        return done;
    }

    private async Task RingTimerAsync(TimerFunction timer, CancellationToken cancel)
    {
        try
        {
            await _ring(new FunctionCall(timer.Name, ""), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // As in the host: a timer is not tried again, its next ring finds the same work.
            Log.TimerFailed(_log, timer.Name, e.Message, e);
        }
    }

    private async Task RingBlobAsync(PendingDocument document, CancellationToken cancel)
    {
        try
        {
            await _ring(new FunctionCall(document.Function, document.Name), cancel).ConfigureAwait(false);
            await _store.Receipts.MarkDoneAsync(document.Function, document.Name, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            await FailedAsync(document, e, cancel).ConfigureAwait(false);
        }
    }

    private async Task FailedAsync(PendingDocument document, Exception problem, CancellationToken cancel)
    {
        // First of all it gets its next turn, whatever becomes of the note: once parked, it is passed over.
        _inbox.Failed(document);
        var attempts = await _store.Receipts.FailedAsync(document.Function, document.Name, problem.Message, cancel).ConfigureAwait(false);
        Log.DocumentFailed(_log, document.Function, document.Name, attempts, problem.Message, problem);
        if (attempts == IReceipts.MaxAttempts)
        {
            await _store.Queue.SendAsync(ReplyMessages.IngestPoisonQueue, document.Name, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A process that died between giving a document up and showing it left it where nobody looks: made good once, at the start.</summary>
    private async Task ShowParkedAsync(CancellationToken cancel)
    {
        const int Most = 10_000;
        foreach (var function in _app.Functions.OfType<BlobFunction>())
        {
            var parked = await _store.Receipts.ListParkedAsync(function.Name, cancel).ConfigureAwait(false);
            var shown = parked.Count == 0 ? [] : await _store.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, Most, cancel).ConfigureAwait(false);
            foreach (var document in parked.Where(p => !shown.Contains(p.Name, StringComparer.Ordinal)))
            {
                await _store.Queue.SendAsync(ReplyMessages.IngestPoisonQueue, document.Name, cancel).ConfigureAwait(false);
            }
        }

        _parkedShown = true;
    }

    private Task<WorkItem?> ReceiveAsync(QueueFunction queue, CancellationToken cancel) =>
        _store.Queue.ReceiveAsync(queue.Queue, TimeSpan.FromMinutes(10), _app.Queues.MaxDequeueCount, cancel);

    private async Task RingQueueAsync(QueueFunction queue, WorkItem item, CancellationToken cancel)
    {
        try
        {
            await _ring(new FunctionCall(queue.Name, item.Message), cancel).ConfigureAwait(false);
            await _store.Queue.CompleteAsync(item, cancel).ConfigureAwait(false);
        }
        catch (ToolMissingException e)
        {
            // Work that needs a tool waits for it instead of using up its tries.
            Log.ToolMissing(_log, e.Message);
            if (item.DequeueCount >= _app.Queues.MaxDequeueCount)
            {
                // A message of its own counts from the beginning; the next receipt of this one would be its last.
                await _store.Queue.SendAsync(item.Queue, item.Message, cancel).ConfigureAwait(false);
                await _store.Queue.CompleteAsync(item, cancel).ConfigureAwait(false);
                return;
            }

            await _store.Queue.AbandonAsync(item, TimeSpan.FromMinutes(5), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Log.MessageFailed(_log, queue.Name, item.Message, item.DequeueCount, e.Message, e);
            await _store.Queue.AbandonAsync(item, _app.Queues.VisibilityTimeout, cancel).ConfigureAwait(false);
        }
    }

    // NCRONTAB knows no zones: the host reckons in UTC, and so do we.
    private static DateTimeOffset Next(TimerFunction timer, DateTimeOffset moment) =>
        new(timer.Schedule.GetNextOccurrence(moment.UtcDateTime), TimeSpan.Zero);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed: {Problem} Its next ring tries again.")]
        public static partial void TimerFailed(ILogger logger, string function, string problem, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "{Function} failed on {Document} (attempt {Attempt}): {Problem}")]
        public static partial void DocumentFailed(ILogger logger, string function, string document, int attempt, string problem, Exception exception);

        [LoggerMessage(3, LogLevel.Error, "{Function} failed on message {Message} (attempt {Attempt}): {Problem}")]
        public static partial void MessageFailed(ILogger logger, string function, string message, int attempt, string problem, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "Some replies wait: {Problem}")]
        public static partial void ToolMissing(ILogger logger, string problem);

        [LoggerMessage(5, LogLevel.Error, "{Problem} It is tried again.")]
        public static partial void StoreUnavailable(ILogger logger, string problem);
    }
}
