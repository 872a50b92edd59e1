using System.Text.Json;

namespace FoiPipeline.Serving.Invocations;

/// <summary>
/// The host writes strings as JSON inside a JSON string (<c>"\"abc\""</c>), and numbers and truth values as strings; its documentation and other versions
/// write them plainly. Here both come out the same.
/// </summary>
internal static class EnvelopeText
{
    /// <summary>What a value says, whichever way it was written; nothing for a null of either kind.</summary>
    /// <exception cref="EnvelopeException">The text is broken inside: half of a surrogate pair.</exception>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Undefined or JsonValueKind.Null => null,
                JsonValueKind.String => Inner(value.GetString()!),
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException e)
        {
            throw new EnvelopeException("A text of the call is not valid Unicode.", e);
        }
    }

    /// <summary>A whole number written as a number, as a string, or as a string within a string; nothing for anything else.</summary>
    public static int? Number(JsonElement value) =>
        int.TryParse(Of(value), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Inner(string text)
    {
        if (text == "null")
        {
            return null;
        }

        if (text is not ['"', .., '"'])
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(text);
        }
        catch (JsonException)
        {
            // Not JSON within: it was written plainly and merely has quotes at both ends.
            return text;
        }
    }
}
