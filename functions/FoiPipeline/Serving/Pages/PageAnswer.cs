using System.Net.Mime;
using System.Text;
using System.Text.Json;
using FoiPipeline.Core.Journals;
using FoiPipeline.Dashboard;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>What a page's request gets: HTML for a person, JSON for a program, under headers that let a browser do nothing but show it.</summary>
internal sealed record PageAnswer(int Status, string ContentType, string Body)
{
    public static IReadOnlyList<KeyValuePair<string, string>> Headers { get; } =
    [
        new("Content-Security-Policy", PageFrame.ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("Cache-Control", "no-store"),
        new("Referrer-Policy", "no-referrer"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Vary", "Accept"),
    ];

    public static PageAnswer Page(string html) => new(StatusCodes.Status200OK, "text/html; charset=utf-8", html);

    public static PageAnswer Json(object value, int status = StatusCodes.Status200OK) =>
        new(status, MediaTypeNames.Application.Json, JsonSerializer.Serialize(value, FoiJson.Readable) + "\n");

    /// <summary>Nothing to show, and why.</summary>
    public static PageAnswer Notice(int status, string title, string sentence, bool asJson) => asJson
        ? Json(new { error = sentence }, status)
        : new(status, "text/html; charset=utf-8", NoticePage.Render(title, sentence));

    /// <summary>Programs ask for JSON by the header or by <c>?format=json</c>; everybody else gets a page.</summary>
    public static bool IsJsonWanted(string? format, string? accept) =>
        string.Equals(format, "json", StringComparison.OrdinalIgnoreCase)
        || (string.IsNullOrEmpty(format) && accept is not null
            && accept.Contains(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) && !accept.Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));

    public static bool IsJsonWanted(HttpRequest request) => IsJsonWanted(request.Query["format"], request.Headers.Accept);

    public async Task WriteAsync(HttpResponse response, CancellationToken cancel)
    {
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        var bytes = Encoding.UTF8.GetBytes(Body);
        (response.StatusCode, response.ContentType, response.ContentLength) = (Status, ContentType, bytes.Length);
        await response.Body.WriteAsync(bytes, cancel).ConfigureAwait(false);
    }

    /// <summary>The answer as an output binding of the host takes it.</summary>
    /// <param name="json">In the object of the outputs.</param>
    /// <param name="binding">The binding's name.</param>
    public void WriteTo(Utf8JsonWriter json, string binding)
    {
        json.WriteStartObject(binding);
        json.WriteNumber("statusCode", Status);
        json.WriteStartObject("headers");
        json.WriteString("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("body", Body);
        json.WriteEndObject();
    }
}
