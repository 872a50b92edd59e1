using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Journals;

/// <summary>The one way this program writes JSON that it reads again: camel case, no nulls, readable quotes and pound signs.</summary>
public static class FoiJson
{
    public static JsonSerializerOptions Compact { get; } = Make(indented: false);

    public static JsonSerializerOptions Readable { get; } = Make(indented: true);

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Output goes to files, terminals and tables, never unescaped into a page; pounds and dashes stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
