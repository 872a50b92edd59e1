using System.Text.Json;

namespace FoiPipeline.Serving.Invocations;

/// <summary>What the host says with a call: <c>{"Data":{binding: value},"Metadata":{...}}</c>.</summary>
/// <param name="Payload">The value of the function's trigger binding, as text; nothing where it is null.</param>
/// <param name="Name">What <c>{name}</c> of a blob's path stands for; nothing for other triggers.</param>
/// <param name="DequeueCount">How often the message was given out, this time included; nothing for other triggers.</param>
internal sealed record InvocationEnvelope(string? Payload, string? Name, int? DequeueCount)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="json">The whole envelope.</param>
    /// <param name="binding">Name of the trigger's binding in <c>function.json</c>.</param>
    /// <exception cref="EnvelopeException">It is no such envelope.</exception>
    public static InvocationEnvelope Parse(ReadOnlyMemory<byte> json, string binding)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json);
            return Read(document.RootElement, binding);
        }
        catch (JsonException e)
        {
            throw new EnvelopeException("The call is no JSON, or was cut off.", e);
        }
    }

    private static InvocationEnvelope Read(JsonElement root, string binding)
    {
        if (Member(root, "Data") is not { ValueKind: JsonValueKind.Object } data || Member(data, binding) is not { } value)
        {
            throw new EnvelopeException($"The call has no 'Data' with an entry '{binding}', which the function.json of this function names.");
        }

        // Properties of a JSON message are merged into the metadata and override the host's own, so no identity is taken from there.
        var metadata = Member(root, "Metadata") ?? default;
        return new InvocationEnvelope(EnvelopeText.Of(value), EnvelopeText.Of(Member(metadata, "name") ?? default), EnvelopeText.Number(Member(metadata, "DequeueCount") ?? default));
    }

    private static JsonElement? Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member) ? member : null;
}
