using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Azure;

/// <summary>Handler processes as the Functions host starts them, over one storage account; each can be killed and is started again on its port.</summary>
internal sealed class Handlers : IAsyncDisposable
{
    private readonly string _connection;
    private readonly string _data;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly int[] _ports;
    private readonly Process?[] _processes;
    private Task _restarting = Task.CompletedTask;

    private Handlers(int count, string connection, string data, IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        _connection = connection;
        _data = data;
        _ports = [.. Enumerable.Range(0, count).Select(_ => FreePort())];
        _processes = new Process?[count];
    }

    public IReadOnlyList<int> Ports => _ports;

    public static async Task<Handlers> StartAsync(int count, string connection, string data, IReadOnlyDictionary<string, string>? settings = null)
    {
        var handlers = new Handlers(count, connection, data, settings ?? new Dictionary<string, string>(StringComparer.Ordinal));
        await Task.WhenAll(Enumerable.Range(0, count).Select(handlers.StartAsync));
        return handlers;
    }

    /// <summary>In a moment, SIGKILL, as the host does it, and a new process on the same port. False while the one killed before is still starting.</summary>
    public bool TryKillSoon(int which, TimeSpan delay)
    {
        if (!_restarting.IsCompleted)
        {
            return false;
        }

        _restarting = RestartAsync(which, delay);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _restarting;
        for (var i = 0; i < _processes.Length; i++)
        {
            Stop(i);
        }
    }

    private async Task RestartAsync(int which, TimeSpan delay)
    {
        await Task.Delay(delay);
        Stop(which);
        await StartAsync(which);
    }

    private async Task StartAsync(int which)
    {
        var start = new ProcessStartInfo(Foi.Program, ["serve"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = _ports[which].ToString(CultureInfo.InvariantCulture);
        start.Environment["ASPNETCORE_URLS"] = "http://+:80";
        start.Environment["FOI_STORE"] = "azure";
        start.Environment["FoiStorage"] = _connection;
        start.Environment["FOI_DATA"] = _data;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes[which] = process;

        using var client = new HttpClient();
        for (var waited = 0; ; waited++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{_ports[which]}/"));
                return;
            }
            catch (HttpRequestException) when (!process.HasExited && waited < 1200)
            {
                await Task.Delay(25);
            }
            catch (HttpRequestException silence)
            {
                throw new InvalidOperationException($"The handler did not start: {said}", silence);
            }
        }
    }

    private static void Keep(System.Text.StringBuilder said, string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }

    private void Stop(int which)
    {
        if (_processes[which] is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            _processes[which] = null;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
