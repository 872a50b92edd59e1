using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using FoiPipeline.Azure;

namespace FoiPipeline.Tests.Azure.Storage;

/// <summary>Stands where the network would be: a test says what each request is answered, and sees what was asked.</summary>
internal sealed class ScriptedService
{
    private readonly List<Asked> _asked = [];

    /// <summary>What the next request is answered. A thrown exception is a broken line.</summary>
    public Func<Asked, HttpResponseMessage> Answer { get; set; } = _ => throw new InvalidOperationException("Nobody said what to answer.");

    public IReadOnlyList<Asked> AllAsked => _asked;

    public StorageAccount Open(bool mayCreate = false, TimeProvider? clock = null, Action<StorageOperation>? observe = null) => StorageAccount.Open(
        StorageSettings.Read(name => name == StorageSettings.Connection ? "AccountName=evidence;AccountKey=c2VjcmV0" : null),
        clock ?? TimeProvider.System,
        mayCreate,
        observe,
        new StorageLine(new HttpClientTransport(new Wire(this)), TimeSpan.FromMilliseconds(1)));

    /// <param name="status">The status.</param>
    /// <param name="code">The error code of the service, if it is a refusal.</param>
    /// <param name="body">The body; the service's own form of an error if only a code is given.</param>
    /// <param name="headers">More headers, name and value.</param>
    public static HttpResponseMessage Reply(int status, string? code = null, string body = "", params (string Name, string Value)[] headers)
    {
        var text = body.Length == 0 && code is not null ? $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>said so</Message></Error>" : body;
        var reply = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        reply.Content.Headers.TryAddWithoutValidation("Content-Type", "application/xml");
        reply.Content.Headers.ContentLength = Encoding.UTF8.GetByteCount(text);
        reply.Content.Headers.TryAddWithoutValidation("Last-Modified", "Fri, 01 Jul 2016 09:00:00 GMT");
        reply.Headers.TryAddWithoutValidation("ETag", "\"1\"");
        foreach (var (name, value) in code is null ? headers : [("x-ms-error-code", code), .. headers])
        {
            reply.Headers.TryAddWithoutValidation(name, value);
        }

        return reply;
    }

    private HttpResponseMessage Take(Asked asked)
    {
        lock (_asked)
        {
            _asked.Add(asked);
            return Answer(asked);
        }
    }

    private sealed class Wire(ScriptedService service) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var headers = request.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
            var reply = service.Take(new Asked(request.Method.Method, request.RequestUri!, headers, body));
            reply.RequestMessage = request;
            return reply;
        }
    }
}

/// <summary>One request as the service would see it.</summary>
internal sealed record Asked(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Method, path and query without the parts that are of no interest here.</summary>
    public string Line => $"{Method} {Uri.AbsolutePath}{Uri.Query}";

    public string Service => Uri.Host.Split('.')[1];
}
