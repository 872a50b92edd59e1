using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.EndToEnd.Azure;

/// <summary>Rings functions in handler processes with the requests of the Functions host: every call goes to each of the handlers, at the same time.</summary>
internal sealed class HostRing(Handlers handlers, FunctionApp app, IDocumentStore documents) : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>How many calls were answered with success.</summary>
    public int Answered { get; private set; }

    /// <summary>Called before each call, so that a test can do harm.</summary>
    public Func<FunctionCall, Task> BeforeCall { get; init; } = _ => Task.CompletedTask;

    public async Task RingAsync(FunctionCall call, CancellationToken cancel)
    {
        await BeforeCall(call);
        var body = await BodyAsync(call, cancel);
        await Task.WhenAll(handlers.Ports.Select(port => PostAsync(port, call.Function, body, cancel)));
        Answered++;
    }

    public void Dispose() => _client.Dispose();

    private async Task PostAsync(int port, string function, byte[] body, CancellationToken cancel)
    {
        // A handler that was killed is started again, and the host delivers what it had in hand once more.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = Request(port, function, body);
                using var response = await _client.SendAsync(request, cancel);
                await RequireSuccessAsync(function, response, cancel);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException && attempt < 200)
            {
                await Task.Delay(100, cancel);
            }
        }
    }

    private static HttpRequestMessage Request(int port, string function, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/{function}")) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.UserAgent.ParseAdd("Azure-Functions-Host/4.1037.0.0");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return request;
    }

    /// <summary>What the host asks of every answer: anything else leaves the invocation hanging or fails it.</summary>
    private static async Task RequireSuccessAsync(string function, HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        text.ShouldNotBeEmpty($"{function} answered {response.StatusCode} with an empty body");
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{function}: {response.StatusCode} {text}");
        }

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        JsonNode.Parse(text).ShouldBeOfType<JsonObject>();
    }

    private async Task<byte[]> BodyAsync(FunctionCall call, CancellationToken cancel)
    {
        JsonObject data, metadata;
        switch (app.Functions.Single(f => f.Name == call.Function))
        {
            case BlobFunction:
                var content = await documents.ReadAllAsync(call.Payload, cancel) ?? throw new InvalidOperationException($"{call.Payload} is not there");
                data = new JsonObject { ["mail"] = Convert.ToBase64String(content) };
                metadata = new JsonObject { ["Uri"] = Encoded($"http://127.0.0.1/{call.Payload}"), ["name"] = Encoded(call.Payload[(call.Payload.IndexOf('/', StringComparison.Ordinal) + 1)..]) };
                break;
            case QueueFunction:
                data = new JsonObject { ["message"] = Encoded(call.Payload) };
                metadata = new JsonObject { ["DequeueCount"] = "1", ["Id"] = Encoded(Guid.NewGuid().ToString()), ["PopReceipt"] = Encoded("AgAAAAMAAAAAAAAA") };
                break;
            default:
                data = new JsonObject { ["timer"] = new JsonObject { ["Schedule"] = new JsonObject { ["AdjustForDST"] = true }, ["ScheduleStatus"] = null, ["IsPastDue"] = false } };
                metadata = [];
                break;
        }

        metadata["sys"] = new JsonObject { ["MethodName"] = call.Function, ["UtcNow"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), ["RandGuid"] = Guid.NewGuid().ToString() };
        return Encoding.UTF8.GetBytes(new JsonObject { ["Data"] = data, ["Metadata"] = metadata }.ToJsonString());
    }

    // The host puts every string as JSON into a JSON string.
    private static string Encoded(string text) => JsonSerializer.Serialize(text);
}
