using System.Text.Json;
using FoiPipeline.Serving.Invocations;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>What somebody wants to see.</summary>
/// <param name="By">The column of the register to group by; nothing where none was named.</param>
/// <param name="AsJson">A program asks.</param>
/// <param name="Visitor">Whether whoever asks may see it.</param>
internal sealed record PageRequest(string? By, bool AsJson, Visitor Visitor)
{
    public static PageRequest Of(HttpRequest request, Visitor visitor) =>
        Of(request.Query["by"], request.Query["format"], request.Headers.Accept, visitor);

    /// <summary>A request of which the host tells in an envelope: <c>{"Query":{"by":"region"},"Headers":{"Accept":["..."]}}</c>.</summary>
    /// <param name="told">The value of the trigger's binding.</param>
    /// <param name="admit">Whether one with these headers may see pages.</param>
    /// <exception cref="EnvelopeException">It tells of no request.</exception>
    public static PageRequest Of(string? told, Func<IHeaderDictionary, Visitor> admit)
    {
        try
        {
            using var request = JsonDocument.Parse(told ?? "");
            var (query, headers) = (Entries(request.RootElement, "Query"), Entries(request.RootElement, "Headers"));
            return Of(query["by"], query["format"], headers.Accept, admit(headers));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new EnvelopeException("The call tells of no web request.", e);
        }
    }

    private static PageRequest Of(string? by, string? format, string? accept, Visitor visitor) =>
        new(string.IsNullOrEmpty(by) ? null : by, PageAnswer.IsJsonWanted(format, accept), visitor);

    private static IHeaderDictionary Entries(JsonElement request, string name)
    {
        var entries = new HeaderDictionary();
        if (request.TryGetProperty(name, out var all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in all.EnumerateObject())
            {
                entries[entry.Name] = entry.Value.ValueKind == JsonValueKind.Array
                    ? entry.Value.EnumerateArray().Select(v => v.GetString()).ToArray()
                    : entry.Value.GetString();
            }
        }

        return entries;
    }
}
