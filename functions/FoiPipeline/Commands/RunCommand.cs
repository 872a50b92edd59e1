using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Commands;

/// <summary><c>foi run</c>: the whole system on this machine until it is stopped; <c>foi run --once</c>: every function rung once.</summary>
internal static class RunCommand
{
    public static Command Build(CommonOptions common)
    {
        var once = new Option<bool>("--once") { Description = "Ring every function once, work off what waits, and end." };
        return Verb.MakeToCarryOn(common, "run", "Carry the round on by itself: sends what is due, collects and reads replies. Stop it at any moment with Ctrl+C.", [once], async (parsed, round, cancel) =>
        {
            using var logs = Logs.ToStandardError();
            var app = FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get);
            var rings = new CountedRings(round);
            using var clockwork = new Clockwork(app, round.Store, rings.RingAsync, round.Clock, logs.CreateLogger("foi"));
            if (parsed.GetValue(once))
            {
                var done = await clockwork.TurnAsync(cancel).ConfigureAwait(false);
                Output.Said(parsed.GetValue(common.Json), $"Every function was rung once; {done} documents and messages were worked off. 'foi status' shows where the round stands.", new { workedOff = done });
                return rings.Tell();
            }

            Output.Note($"Running '{round.Pipeline.Book.Round.Name}' in {round.Store.Place}: {string.Join(", ", app.Functions.Select(f => f.Name))}. {(round.Mailbox is NoMailbox ? NoMailbox.Sentence : "Letters go to a mailbox inside the data folder that passes none on; nothing leaves this machine.")} Ctrl+C stops.");
            try
            {
                await clockwork.RunAsync(cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                Output.Note("Stopped. Nothing is lost; 'foi run' goes on where it was.");
            }

            return Verb.Fine;
        });
    }
}
