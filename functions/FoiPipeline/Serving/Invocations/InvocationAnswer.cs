using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Invocations;

/// <summary>
/// What the host needs back. An empty answer, or one that is no JSON object, would leave the call hanging until the host kills the program; so every
/// answer of this program has a body, and every answer to a call is JSON.
/// </summary>
internal static class InvocationAnswer
{
    /// <param name="response">Not begun.</param>
    /// <param name="sentence">What was done; the host logs it with the call.</param>
    /// <param name="cancel">The host has gone.</param>
    public static Task SucceededAsync(HttpResponse response, string sentence, CancellationToken cancel) => SucceededAsync(response, sentence, null, cancel);

    /// <param name="response">Not begun.</param>
    /// <param name="sentence">What was done; the host logs it with the call.</param>
    /// <param name="outputs">Writes what goes out by bindings.</param>
    /// <param name="cancel">The host has gone.</param>
    public static Task SucceededAsync(HttpResponse response, string sentence, Action<Utf8JsonWriter>? outputs, CancellationToken cancel) =>
        WriteAsync(response, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject("Outputs");
            outputs?.Invoke(json);
            json.WriteEndObject();
            json.WriteStartArray("Logs");
            json.WriteStringValue(sentence);
            json.WriteEndArray();
            json.WriteNull("ReturnValue");
        }, cancel);

    /// <param name="response">Not begun.</param>
    /// <param name="status">Any that does not begin with 2: that makes the host try again.</param>
    /// <param name="problem">One sentence.</param>
    /// <param name="cancel">The host has gone.</param>
    public static Task FailedAsync(HttpResponse response, int status, string problem, CancellationToken cancel) =>
        WriteAsync(response, status, json => json.WriteString("error", problem), cancel);

    private static async Task WriteAsync(HttpResponse response, int status, Action<Utf8JsonWriter> members, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        response.StatusCode = status;
        response.ContentType = MediaTypeNames.Application.Json;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), cancel).ConfigureAwait(false);
    }
}
