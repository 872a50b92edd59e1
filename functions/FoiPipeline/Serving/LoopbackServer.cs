using System.Globalization;
using System.Net;
using FoiPipeline.Composition;
using FoiPipeline.Serving.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace FoiPipeline.Serving;

/// <summary>
/// A web server on 127.0.0.1 and nowhere else. It is made without the defaults of ASP.NET Core, so that nothing of the environment (the Functions images set
/// <c>ASPNETCORE_URLS=http://+:80</c>) moves it: address, limits and content root stand here.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app, int port) => (_app, Port) = (app, port);

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <param name="port">The port to listen on; 0 for any that is free.</param>
    /// <param name="logs">Where the server's own troubles go.</param>
    /// <param name="map">Puts the endpoints in.</param>
    /// <param name="cancel">Stops the start.</param>
    /// <exception cref="IOException">Somebody else listens there (within: <c>AddressInUseException</c>).</exception>
    public static async Task<LoopbackServer> StartAsync(int port, ILoggerFactory logs, Action<IEndpointRouteBuilder> map, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        var app = builder.Build();
        try
        {
            app.Use(next => context => AnswerAsync(next, context, logs.CreateLogger("foi")));
            app.UseRouting();
            map(app);
            await app.StartAsync(cancel).ConfigureAwait(false);
            return new LoopbackServer(app, new Uri(app.Urls.First()).Port);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Calls in hand are given back after a moment: whoever called comes again.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _app.StopAsync(patience.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = TriggerEndpoints.MostBody;

        // Whoever calls is on this machine; a host that collects its rubbish for some seconds is no slow attacker.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }

    /// <summary>No answer is empty, and none shows where the program was when it went wrong.</summary>
    private static async Task AnswerAsync(RequestDelegate next, HttpContext context, ILogger log)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.GetEndpoint() is null && !context.Response.HasStarted)
            {
                await NotFoundPage.WriteAsync(context).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            var status = e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            if (status >= StatusCodes.Status500InternalServerError)
            {
                var problem = $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
                log.LogError(AppSettings.Get(AppSettings.Debug) is null ? null : e, "{Path} failed: {Problem}", context.Request.Path.Value, problem);
            }

            await PageAnswer.Notice(status, "That did not work", "The program could not answer; its log says why.", PageAnswer.IsJsonWanted(context.Request))
                .WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered.
        }
    }

    /// <summary>The command line itself listens for Ctrl+C and SIGTERM: the server must not swallow them.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
