using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FoiPipeline.EndToEnd.Telemetry;

/// <summary>A collector as far as OTLP over HTTP needs one: it takes what is posted to it and keeps the bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _posts = new();
    private readonly Task _taking;

    public Collector()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _taking = TakeAsync();
    }

    public string Address { get; }

    /// <summary>Every text of 2 characters and more in what was posted to a path.</summary>
    public IReadOnlyList<string> TextsAt(string path) => [.. _posts.Where(p => p.Path == path).SelectMany(p => ProtobufTexts.In(p.Body))];

    /// <summary>Whether bytes occur anywhere in what was posted to a path.</summary>
    public bool Has(string path, byte[] bytes) => _posts.Any(p => p.Path == path && p.Body.AsSpan().IndexOf(bytes) >= 0);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _taking;
        _listener.Close();
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _posts.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
