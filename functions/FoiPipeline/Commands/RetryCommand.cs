using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Replies;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Commands;

/// <summary><c>foi retry</c>: tries again what the pipeline gave up on.</summary>
internal static class RetryCommand
{
    public static Command Build(CommonOptions common) =>
        Verb.MakeForRound(common, "retry", "Try again what the pipeline gave up on (the 'Poison' items of 'foi triage').", [], async (parsed, round, cancel) =>
        {
            var again = 0;
            await foreach (var message in TakeAsync(round, ReplyMessages.IngestPoisonQueue, cancel).ConfigureAwait(false))
            {
                await round.Data.Receipts.RetryAsync("IngestMail", message, cancel).ConfigureAwait(false);
                again++;
            }

            await foreach (var message in TakeAsync(round, ReplyMessages.ExtractPoisonQueue, cancel).ConfigureAwait(false))
            {
                await round.Data.Queue.SendAsync(ReplyMessages.ExtractQueue, message, cancel).ConfigureAwait(false);
                again++;
            }

            using var logs = Logs.ToStandardError();
            var rings = new CountedRings(round);
            using var clockwork = new Clockwork(
                FunctionApp.Load(AppContext.BaseDirectory, Environment.GetEnvironmentVariable), round.Data, rings.RingAsync, round.Clock, logs.CreateLogger("foi"));
            await clockwork.DrainAsync(cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"{again} things were tried again; 'foi triage' shows what still waits.", new { triedAgain = again });
            return rings.Tell();
        });

    // A message leaves the poison queue only after the work was put back: a crash between leaves it in both, which does no harm.
    private static async IAsyncEnumerable<string> TakeAsync(
        OpenedRound round, string queue, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        while (await round.Data.Queue.ReceiveAsync(queue, TimeSpan.FromMinutes(1), int.MaxValue, cancel).ConfigureAwait(false) is { } item)
        {
            yield return item.Message;
            await round.Data.Queue.CompleteAsync(item, cancel).ConfigureAwait(false);
        }
    }
}
