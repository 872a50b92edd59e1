using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FoiPipeline.Emulation;

/// <summary>
/// A line to one service of the emulator on which a test decides what befalls each request, and which counts them. Bytes pass unchanged, so that
/// signatures stay valid.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    /// <summary>A line that ends before the first byte of an answer makes .NET's client ask once more by itself, unseen by whoever is tested.</summary>
    private static readonly byte[] OneByte = [(byte)'H'];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ServiceRequest> _requests = new();
    private readonly List<Rule> _rules = [];
    private readonly ConcurrentDictionary<Task, bool> _lines = new();
    private readonly Uri _service;
    private readonly string _kind;
    private readonly Task _accepting;

    private FaultProxy(Uri service, string kind)
    {
        (_service, _kind) = (service, kind);
        _listener.Start();
        Address = new UriBuilder(service) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>What stands in place of the service's address.</summary>
    public Uri Address { get; }

    /// <summary>All requests so far, in the order in which they were over.</summary>
    public IReadOnlyList<ServiceRequest> Requests => _requests.ToArray();

    /// <summary>How many faults have still to befall somebody.</summary>
    public int Outstanding
    {
        get
        {
            lock (_rules)
            {
                return _rules.Sum(r => r.Left);
            }
        }
    }

    /// <param name="service">The service's address, the account's name included.</param>
    /// <param name="kind">Blob, Queue or Table: how refusals are signed.</param>
    public static FaultProxy Before(Uri service, string kind) => new(service, kind);

    /// <summary>The next requests of a kind meet a fault. Rules are asked in the order in which they were given; one that is used up is gone.</summary>
    /// <param name="fault">What befalls them.</param>
    /// <param name="which">Of which kind; all if nothing is said.</param>
    /// <param name="times">How many of them.</param>
    public void Inflict(Fault fault, Func<ServiceRequest, bool>? which = null, int times = 1)
    {
        lock (_rules)
        {
            _rules.Add(new Rule(which ?? (_ => true), fault, times));
        }
    }

    /// <summary>Forgets what was still to befall.</summary>
    public void Heal()
    {
        lock (_rules)
        {
            _rules.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll([_accepting, .. _lines.Keys]);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var line = ServeAsync(client);
                _lines[line] = true;
                _ = line.ContinueWith(done => _lines.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using var line = new BufferedStream(client.GetStream(), 81_920);
                while (await HttpMessage.ReadAsync(line, hasBody: true, _stop.Token) is { } message)
                {
                    var request = new ServiceRequest(message.StartLine[0], message.StartLine[1], Status: 0);
                    var (status, answer, whole) = await TreatAsync(request, message);
                    _requests.Enqueue(request with { Status = status });
                    await client.GetStream().WriteAsync(answer, _stop.Token);
                    if (!whole)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // Either side went away: what a proxy then does is hang up.
            }
        }
    }

    /// <summary>What goes back to the caller, and whether that is the whole answer.</summary>
    private async Task<(int Status, ReadOnlyMemory<byte> Answer, bool Whole)> TreatAsync(ServiceRequest request, HttpMessage message)
    {
        switch (Choose(request))
        {
            case Fault.Lose { BeforeService: true }:
                return (0, OneByte, false);

            case Fault.Lose lose:
                var (status, answer) = await ForwardAsync(message);
                return (status, answer.AsMemory(0, Math.Max(OneByte.Length, (int)(answer.Length * lose.Share))), false);

            case Fault.Refusal refusal:
                if (refusal.Forwarded)
                {
                    await ForwardAsync(message);
                }

                return (refusal.Status, refusal.AnswerTo(request, _kind), true);

            case Fault.Late late:
                await Task.Delay(late.Span, _stop.Token);
                break;

            case Fault.Overtaken overtaken:
                await overtaken.Happens();
                break;
        }

        var (given, bytes) = await ForwardAsync(message);
        return (given, bytes, true);
    }

    private Fault? Choose(ServiceRequest request)
    {
        lock (_rules)
        {
            var rule = _rules.Find(r => r.Which(request));
            if (rule is not null && --rule.Left == 0)
            {
                _rules.Remove(rule);
            }

            return rule?.Fault;
        }
    }

    /// <summary>A line of its own for each request: none that the service closes for being idle is ever used.</summary>
    private async Task<(int Status, byte[] Bytes)> ForwardAsync(HttpMessage message)
    {
        using var server = new TcpClient { NoDelay = true };
        await server.ConnectAsync(_service.Host, _service.Port, _stop.Token);
        await server.GetStream().WriteAsync(message.Bytes, _stop.Token);
        await using var line = new BufferedStream(server.GetStream(), 81_920);
        var answer = await HttpMessage.ReadAsync(line, message.StartLine[0] != "HEAD", _stop.Token) ?? throw new EndOfStreamException();
        return (int.Parse(answer.StartLine[1], System.Globalization.CultureInfo.InvariantCulture), answer.Bytes);
    }

    private sealed class Rule(Func<ServiceRequest, bool> which, Fault fault, int times)
    {
        public Func<ServiceRequest, bool> Which { get; } = which;

        public Fault Fault { get; } = fault;

        public int Left { get; set; } = times;
    }
}

/// <summary>A request that came by.</summary>
/// <param name="Method">GET, PUT, POST ...</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Status">What the service answered, or the fault in its place; 0 if it was not asked.</param>
public sealed record ServiceRequest(string Method, string Target, int Status);
