using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Commands;

/// <summary><c>foi retry</c>: tries again what the pipeline gave up on.</summary>
internal static class RetryCommand
{
    public static Command Build(CommonOptions common) =>
        Verb.MakeToCarryOn(common, "retry", "Try again what the pipeline gave up on (the 'Poison' items of 'foi triage').", [], async (parsed, round, cancel) =>
        {
            var rings = new CountedRings(round);
            var result = await new PoisonedWork(round).RetryAsync(rings.RingAsync, cancel).ConfigureAwait(false);
            if (!round.Choice.Azure)
            {
                await DrainAsync(round, rings, cancel).ConfigureAwait(false);
            }

            Output.Said(parsed.GetValue(common.Json), Sentence(result, round.Choice.Azure), new { triedAgain = result.TriedAgain, left = result.Left });
            return rings.Tell();
        });

    // Not in a storage account: there the function app works it off, and looking through its whole inbox from here would ring every mail of the round anew.
    private static async Task DrainAsync(OpenedRound round, CountedRings rings, CancellationToken cancel)
    {
        using var logs = Logs.ToStandardError();
        using var clockwork = new Clockwork(FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get), round.Store, rings.RingAsync, round.Clock, logs.CreateLogger("foi"));
        await clockwork.DrainAsync(cancel).ConfigureAwait(false);
    }

    private static string Sentence(RetryResult result, bool azure) =>
        $"{result.TriedAgain} things were tried again; 'foi triage' shows what still waits."
        + (azure ? " What follows from them is worked off by the function app." : "")
        + (result.Left > 0 ? $" {result.Left} failed again, or name no document that could be tried, and stay in triage." : "");
}
