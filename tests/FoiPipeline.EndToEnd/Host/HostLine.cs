using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>One connection to the handler, on which bytes go exactly as the test says.</summary>
internal sealed class HostLine : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TcpClient _client = new() { NoDelay = true };

    private HostLine()
    {
    }

    public static async Task<HostLine> OpenAsync(int port)
    {
        var line = new HostLine();
        await line._client.ConnectAsync(IPAddress.Loopback, port);
        return line;
    }

    /// <summary>Sends a call and reads the answer.</summary>
    public static async Task<HostAnswer> AskAsync(int port, HostCall call)
    {
        using var line = await OpenAsync(port);
        await line.SendAsync(call.Head(port));
        try
        {
            await line.SendBodyAsync(call);
        }
        catch (IOException)
        {
            // It may refuse while we still talk; what it said is there to be read.
        }

        return await line.ReadAsync(call.Method);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _client.GetStream().WriteAsync(bytes);

    /// <summary>The line breaks.</summary>
    public void Cut() => _client.Client.Close(0);

    public async Task<HostAnswer> ReadAsync(string method)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var reader = new StreamReader(_client.GetStream(), Encoding.Latin1, leaveOpen: true);
        var status = int.Parse((await reader.ReadLineAsync(patience.Token) ?? throw new IOException("The handler closed the line without an answer.")).Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(patience.Token) is { Length: > 0 } header)
        {
            headers[header[..header.IndexOf(':', StringComparison.Ordinal)]] = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        var body = new char[method == "HEAD" ? 0 : int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        if (body.Length > 0)
        {
            (await reader.ReadBlockAsync(body, patience.Token)).ShouldBe(body.Length);
        }

        return new HostAnswer(status, headers, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)));
    }

    public void Dispose() => _client.Dispose();

    private async Task SendBodyAsync(HostCall call)
    {
        if (!call.Chunked)
        {
            await SendAsync(call.Body);
            return;
        }

        const int Piece = 8191;
        for (var at = 0; at < call.Body.Length; at += Piece)
        {
            var piece = call.Body.Slice(at, Math.Min(Piece, call.Body.Length - at));
            await SendAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n")));
            await SendAsync(piece);
            await SendAsync("\r\n"u8.ToArray());
        }

        await SendAsync("0\r\n\r\n"u8.ToArray());
    }
}

/// <summary>What came back.</summary>
internal sealed record HostAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string ContentType => Headers.GetValueOrDefault("Content-Type", "");

    /// <summary>As the host reads it: a JSON object and nothing else, whatever the status.</summary>
    public JsonElement Json()
    {
        ContentType.ShouldStartWith("application/json");
        using var document = JsonDocument.Parse(Body);
        document.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
        return document.RootElement.Clone();
    }

    /// <summary>The host takes the call as done.</summary>
    public string ShouldBeSuccess()
    {
        Status.ShouldBe(200, Body);
        var json = Json();
        json.GetProperty("Outputs").ValueKind.ShouldBe(JsonValueKind.Object);
        json.GetProperty("ReturnValue").ValueKind.ShouldBe(JsonValueKind.Null);
        return json.GetProperty("Logs").EnumerateArray().ShouldHaveSingleItem().GetString()!;
    }

    /// <summary>The host takes the call as failed, and a person who looks sees why.</summary>
    public string ShouldBeFailure(int status)
    {
        Status.ShouldBe(status, Body);
        return Json().GetProperty("error").GetString()!;
    }
}
