using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>The real <c>foi serve</c> in a process of its own, started as the Functions host starts it.</summary>
internal sealed class ServingFoi : IDisposable
{
    private ServingFoi(RunningFoi process, int port) => (Process, Port) = (process, port);

    public RunningFoi Process { get; }

    public int Port { get; }

    /// <summary>The lines of its log so far. Each is one JSON object: the host makes a record of every line.</summary>
    public IReadOnlyList<JsonElement> Log => [.. Process.WrittenSoFar.Split('\n')[..^1].Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    })];

    /// <param name="foi">On a data folder.</param>
    /// <param name="settings">Beside those that the host always sets.</param>
    public static async Task<ServingFoi> StartAsync(Foi foi, params (string Name, string? Value)[] settings)
    {
        var serving = Launch(foi, FreePort(), settings);
        for (var waited = 0; !await serving.IsReadyAsync(); waited++)
        {
            (serving.Process.HasEnded || waited > 1200).ShouldBeFalse($"it did not answer: {serving.Process.SaidSoFar}");
            await Task.Delay(50);
        }

        return serving;
    }

    /// <summary>Starts it without waiting until it is ready, which it may never be.</summary>
    public static ServingFoi Launch(Foi foi, int port, params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["FOI_STORE"] = "local",
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            // What the images of the host leave to their children.
            ["ASPNETCORE_URLS"] = "http://+:80",
            ["ASPNETCORE_CONTENTROOT"] = "/azure-functions-host",
            ["DOTNET_USE_POLLING_FILE_WATCHER"] = "true",
            ["WEBSITE_AUTH_ENABLED"] = null,
            ["WEBSITE_SITE_NAME"] = null,
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new ServingFoi(foi.Start(Foi.Program, [], ["serve"], all), port);
    }

    public static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }

    public Task<HostAnswer> AskAsync(HostCall call) => HostLine.AskAsync(Port, call);

    /// <summary>Waits until a line of its log says this.</summary>
    public async Task<JsonElement> LogsAsync(string words)
    {
        for (var waited = 0; ; waited++)
        {
            if (Log.FirstOrDefault(l => l.GetProperty("Message").GetString()!.Contains(words, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } line)
            {
                return line;
            }

            (waited > 400).ShouldBeFalse($"'{words}' was never logged, but: {Process.WrittenSoFar}");
            await Task.Delay(25);
        }
    }

    public void Dispose() => Process.Dispose();

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await AskAsync(HostCall.Recorded("startup-probe.json"));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
