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
            var again = await new PoisonedWork(round).RetryAsync(cancel).ConfigureAwait(false);
            using var logs = Logs.ToStandardError();
            var rings = new CountedRings(round);
            using var clockwork = new Clockwork(
                FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get), round.Store, rings.RingAsync, round.Clock, logs.CreateLogger("foi"));
            await clockwork.DrainAsync(cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"{again} things were tried again; 'foi triage' shows what still waits.", new { triedAgain = again });
            return rings.Tell();
        });
}
