using System.Text;
using System.Text.Json;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>A request as it goes over the line: no client puts anything of its own in between.</summary>
/// <param name="Method">GET, POST ...</param>
/// <param name="Path">As it stands in the first line, with the query.</param>
/// <param name="Headers">In their order. <c>{port}</c> stands for the port of the handler.</param>
/// <param name="Body">The bytes after the headers.</param>
internal sealed record HostCall(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";

    /// <summary>Sent in pieces of unknown number, as the host does; otherwise with its length.</summary>
    public bool Chunked { get; init; }

    /// <summary>One of the requests that were recorded from the real host, with the names of our functions.</summary>
    /// <param name="file">Its name below <c>Host/Captures</c>.</param>
    /// <param name="mail">What stands for <c>{mail}</c> in it.</param>
    public static HostCall Recorded(string file, string mail = "")
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(FileOf(file)));
        var root = json.RootElement;
        return new HostCall(
            root.GetProperty("method").GetString()!,
            root.GetProperty("path").GetString()!,
            [.. root.GetProperty("headers").EnumerateObject().Select(h => KeyValuePair.Create(h.Name, h.Value.GetString()!))],
            Encoding.UTF8.GetBytes(root.GetProperty("body").GetString()!.Replace("{mail}", mail, StringComparison.Ordinal)));
    }

    public static IEnumerable<string> RecordedFiles() => Directory.EnumerateFiles(FileOf(""), "*.json").Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    /// <summary>A call of a function by the host.</summary>
    public static HostCall To(string function, string envelope) => To(function, Encoding.UTF8.GetBytes(envelope));

    public static HostCall To(string function, ReadOnlyMemory<byte> envelope) => new(
        "POST", "/" + function,
        [
            new("Host", "127.0.0.1:{port}"), new("X-Azure-Functions-HostVersion", "4.1037.0.0"), new(InvocationId, Guid.NewGuid().ToString()),
            new("User-Agent", "Azure-Functions-Host/4.1037.0.0"), new("Content-Type", "application/json; charset=utf-8"),
        ], envelope) { Chunked = true };

    public static HostCall Timer(string function) => To(function, """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{}}}""");

    public static HostCall Blob(string name, ReadOnlySpan<byte> content) =>
        To("IngestMail", $$$"""{"Data":{"mail":"{{{Convert.ToBase64String(content)}}}"},"Metadata":{"Uri":"\"https://x.example\"","Properties":{"Length":{{{content.Length}}} },"Metadata":{},"name":{{{Twice(name)}}},"sys":{} } }""");

    public static HostCall Message(string message, int dequeueCount = 1) =>
        To("ExtractReply", $$$"""{"Data":{"message":{{{Twice(message)}}} },"Metadata":{"DequeueCount":"{{{dequeueCount}}}","Id":"\"a2451c36-5060-4949-985c-b87ff98951f0\"","sys":{} } }""");

    /// <summary>A visitor's request, as the host passes it on by its older way.</summary>
    public static HostCall Forwarded(string method, string path, string accept = "*/*") => new(method, path,
        [
            new("Host", "foi.example"), new("User-Agent", "Mozilla/5.0 (X11) Azure-Functions-Host/4.1037.0.0"), new("Accept", accept), new("X-Forwarded-For", "1.2.3.4"),
            new("X-Azure-Functions-HostVersion", "4.1037.0.0"), new(InvocationId, Guid.NewGuid().ToString()),
        ], default);

    /// <summary>And as it passes it on by its newer way.</summary>
    public static HostCall Proxied(string method, string path, string accept = "*/*")
    {
        var id = Guid.NewGuid().ToString();
        return new HostCall(method, path,
            [
                new("Host", "127.0.0.1:{port}"), new("User-Agent", "Mozilla/5.0 (X11)"), new("Accept", accept), new("X-Azure-Functions-HostVersion", "4.1041.0.0"),
                new(InvocationId, id), new("x-ms-invocation-id", id), new("X-Forwarded-For", "127.0.0.1"), new("X-Forwarded-Host", "foi.example"), new("X-Forwarded-Proto", "https"),
            ], default);
    }

    public HostCall With(string header, string value) =>
        this with { Headers = [.. Headers.Where(h => !string.Equals(h.Key, header, StringComparison.OrdinalIgnoreCase)), new(header, value)] };

    public HostCall Without(string header) => this with { Headers = [.. Headers.Where(h => !string.Equals(h.Key, header, StringComparison.OrdinalIgnoreCase))] };

    /// <summary>The first lines, for a handler that listens on this port.</summary>
    public byte[] Head(int port)
    {
        var head = new StringBuilder($"{Method} {Path} HTTP/1.1\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append(name).Append(": ").Append(value.Replace("{port}", port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append("\r\n");
        }

        if (Method is not ("GET" or "HEAD"))
        {
            head.Append(Chunked ? "Transfer-Encoding: chunked\r\n" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n"));
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static string Twice(string text) => JsonSerializer.Serialize(JsonSerializer.Serialize(text));

    private static string FileOf(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Host", "Captures", file);
}
