using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Serving;
using FoiPipeline.Serving.Pages;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace FoiPipeline.Commands;

/// <summary>
/// <c>foi serve</c>: the custom handler of the Functions host, which starts it, tells it a port and rings its functions there. It never ends with code 0, after which the
/// host would not start it again.
/// </summary>
internal static class ServeCommand
{
    public static Command Build(CommonOptions common) => Verb.Make(
        "serve", "Answer the Azure Functions host, which starts this and rings the functions. The round is in the storage account unless --store local says otherwise.", [],
        (parsed, cancel) => RunAsync(common.Choice(parsed, otherwise: "azure"), cancel));

    private static async Task<int> RunAsync(StoreChoice choice, CancellationToken cancel)
    {
        var port = HandlerPort.Read(AppSettings.Get);
        var app = FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get);
        await choice.CheckAsync(cancel).ConfigureAwait(false);

        using var ids = TelemetryIds.Listen();
        using var logs = Logs.ToStandardOutput();
        await using var round = new ServedRound(choice, TimeProvider.System);
        var name = await FindAsync(round, cancel).ConfigureAwait(false);
        await using var server = await StartAsync(port, app, round, logs, cancel).ConfigureAwait(false);
        logs.CreateLogger("foi").LogInformation(
            "Listening on {Address} for {Functions}. {Round}", server.Address, string.Join(", ", app.Functions.Select(f => f.Name)), name);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancel).ConfigureAwait(false);
        return Verb.Failed;
    }

    /// <summary>Opens the round at once if it is there, so that whatever is wrong with it or its settings is told now.</summary>
    private static async Task<string> FindAsync(ServedRound round, CancellationToken cancel)
    {
        try
        {
            return $"The round is '{(await round.GetAsync(cancel).ConfigureAwait(false)).Pipeline.Book.Round.Name}'.";
        }
        catch (NoRoundException e)
        {
            return e.Message;
        }
    }

    private static async Task<LoopbackServer> StartAsync(int port, FunctionApp app, ServedRound round, ILoggerFactory logs, CancellationToken cancel)
    {
        var guard = new TriggerGuard(port);
        var triggers = new TriggerEndpoints(app, round.RingAsync, guard, logs.CreateLogger("foi"));
        var pages = PageEndpoints.Standard(app, round.GetAsync, request => Visitor.Of(request.Headers, AppSettings.Get), guard);
        try
        {
            return await LoopbackServer.StartAsync(port, logs, routes =>
            {
                ReadinessEndpoint.Map(routes);
                triggers.Map(routes);
                pages.Map(routes);
            }, cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CommandException($"Port {port} on 127.0.0.1 ({AppSettings.HandlerPort}) is taken by another program: end that one, or let the host choose another port.");
        }
    }
}
