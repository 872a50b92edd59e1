using System.Diagnostics;
using FoiPipeline.Composition;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Rehearsal;
using Microsoft.Extensions.Logging;

namespace FoiPipeline.Demo;

/// <summary>
/// Plays a whole round: the clock jumps from one moment at which something is due to the next, and at each of them the same functions are rung
/// as in earnest. Whatever moment it is killed at, running it again on the same folder goes on there.
/// </summary>
/// <param name="options">What is played.</param>
/// <param name="progress">Told how far it is.</param>
/// <param name="rings">Who rings the functions, if not the pipeline of this process: other processes, perhaps.</param>
internal sealed class DemoRun(DemoOptions options, Action<DemoProgress> progress, Func<OpenedRound, Func<FunctionCall, CancellationToken, Task>>? rings = null)
{
    public async Task<DemoResult> RunAsync(ILogger log, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var (round, clock) = await DemoRound.OpenAsync(options, cancel).ConfigureAwait(false);
        await using (round.ConfigureAwait(false))
        {
            if (options.With is { } folder)
            {
                round.Rehearsal.AddFolder(folder);
            }

            var app = FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get);
            using var clockwork = new Clockwork(
                app, round.Store, new DailyWatch(rings?.Invoke(round) ?? round.Pipeline.RingAsync, clock).RingAsync, clock, log, lookThroughEvery: rings is null ? null : TimeSpan.Zero);
            var person = new SimulatedPerson(round, options.SettleAll);
            await PlayAsync(round, clock, clockwork, person, cancel).ConfigureAwait(false);
            return await new DemoComparison(round).ReportAsync(options.Store, watch, cancel).ConfigureAwait(false);
        }
    }

    private async Task PlayAsync(OpenedRound round, RehearsalClock clock, Clockwork clockwork, SimulatedPerson person, CancellationToken cancel)
    {
        var mails = 0;
        while (true)
        {
            mails += await clockwork.TurnAsync(cancel).ConfigureAwait(false);

            // What the person settles may give the functions work at once: a letter to send, a mail to read.
            while (await person.SettleAsync(cancel).ConfigureAwait(false) > 0)
            {
                await clockwork.DrainAsync(cancel).ConfigureAwait(false);
            }

            progress(new DemoProgress(clock.GetUtcNow(), mails));
            if (await NextAsync(round, clock.GetUtcNow(), clockwork, cancel).ConfigureAwait(false) is not { } next)
            {
                return;
            }

            await PauseAsync(clock.GetUtcNow(), next, cancel).ConfigureAwait(false);
            clock.MoveTo(next);
        }
    }

    /// <summary>The next moment at which a timer finds something to do; nothing when the round has come to rest.</summary>
    private static async Task<DateTimeOffset?> NextAsync(OpenedRound round, DateTimeOffset now, Clockwork clockwork, CancellationToken cancel)
    {
        var moments = new List<DateTimeOffset>(4);
        var window = SendingWindow.Of(round.Pipeline.Book.Round);
        if (await FirstAsync(round.Pipeline.Book, JournalKinds.Outbox, cancel).ConfigureAwait(false) is { } waiting)
        {
            var due = waiting.Letters.Where(l => l.IsWaiting).Min(l => l.NotBefore);
            if (window.NextOpening(due > now ? due : now.AddMinutes(1)) is { } opens)
            {
                moments.Add(clockwork.NextTimer("SendDueLetters", opens));
            }
        }

        if (await FirstAsync(round.Pipeline.Book, JournalKinds.InFlight, cancel).ConfigureAwait(false) is { } flying)
        {
            var since = flying.Letters.Where(l => l.IsInFlight).Min(l => l.SendingAt ?? l.QueuedAt);
            moments.Add(clockwork.NextTimer("SendDueLetters", Later(since + SettleLetters.After, now.AddMinutes(1))));
        }

        if (round.Rehearsal.NextArrival(now) is { } arrival)
        {
            moments.Add(clockwork.NextTimer("CollectMail", arrival));
        }

        if (await round.Store.Queue.CountAsync(ReplyMessages.ExtractQueue, cancel).ConfigureAwait(false) > 0)
        {
            moments.Add(now.AddMinutes(1));
        }

        return moments.Count == 0 ? null : moments.Min();
    }

    private static async Task<Core.Requests.RequestState?> FirstAsync(RoundBook book, string list, CancellationToken cancel)
    {
        await foreach (var request in book.Requests.ListWorkAsync(list, null, cancel).ConfigureAwait(false))
        {
            return request;
        }

        return null;
    }

    private Task PauseAsync(DateTimeOffset now, DateTimeOffset next, CancellationToken cancel) =>
        options.DayPause > TimeSpan.Zero && LondonDay.Of(now) != LondonDay.Of(next) ? Task.Delay(options.DayPause, cancel) : Task.CompletedTask;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <param name="Now">The rehearsal's time.</param>
/// <param name="WorkedOff">Documents and messages worked off so far.</param>
internal sealed record DemoProgress(DateTimeOffset Now, int WorkedOff);
