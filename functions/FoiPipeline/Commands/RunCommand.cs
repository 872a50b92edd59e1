using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Serving;
using FoiPipeline.Serving.Pages;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FoiPipeline.Commands;

/// <summary><c>foi run</c>: the whole system on this machine until it is stopped; <c>foi run --once</c>: every function rung once.</summary>
internal static class RunCommand
{
    private const int UsualPort = 7316;

    public static Command Build(CommonOptions common)
    {
        var once = new Option<bool>("--once") { Description = "Ring every function once, work off what waits, and end." };
        var port = new Option<int>("--port")
        {
            Description = "Where the status page is served, on this machine only; another port is taken if this one is not free.", DefaultValueFactory = _ => UsualPort, HelpName = "N",
        };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var number) && number is >= 0 and < 65536))
            {
                result.AddError($"--port {text} is no port: it takes a number from 1 to 65535, or 0 for any that is free");
            }
        });
        return Verb.MakeToCarryOn(common, "run", "Carry the round on by itself: sends what is due, collects and reads replies. Stop it at any moment with Ctrl+C.", [once, port], async (parsed, round, cancel) =>
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

            await using var pages = await ServeAsync(parsed.GetValue(port), app, round, logs, cancel).ConfigureAwait(false);
            Output.Note($"Where the round stands: {pages.Address}/{StatusRoute(app)}");
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

    /// <summary>The pages, and nothing by which a function could be rung: that is the clockwork's.</summary>
    private static async Task<LoopbackServer> ServeAsync(int port, FunctionApp app, OpenedRound round, ILoggerFactory logs, CancellationToken cancel)
    {
        void Map(IEndpointRouteBuilder routes) => PageEndpoints.Standard(app, _ => Task.FromResult(round), request => Visitor.OnThisMachine(request.Host)).Map(routes);
        try
        {
            return await LoopbackServer.StartAsync(port, logs, Map, cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Output.Note($"Port {port} is taken by another program, so the pages are on another one.");
            return await LoopbackServer.StartAsync(0, logs, Map, cancel).ConfigureAwait(false);
        }
    }

    private static string StatusRoute(FunctionApp app) => app.Functions.OfType<HttpFunction>().First(f => f.Name == ShowStatus.Function).Route;
}
