using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// Rows as the service writes them (OData 3, JSON with minimal or full metadata): what JSON cannot tell is said by an annotation
/// <c>name@odata.type</c> beside the value.
/// Source: Microsoft, "Payload format for Table service operations".
/// </summary>
internal static class TableEntityJson
{
    private const string TypeSuffix = "@odata.type";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    // The body is read by the service and shown to no browser: quotes and letters of any language need not be spelt out.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">A property has a type that a table does not keep.</exception>
    public static ReadOnlyMemory<byte> Write(TableEntity entity)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in entity)
            {
                if (value is not null && name != nameof(TableEntity.Timestamp) && !IsControl(name))
                {
                    WriteProperty(json, name, value);
                }
            }

            json.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            if (property.NameEquals(TableEntity.ETagName))
            {
                entity[TableEntity.ETagName] = property.Value.GetString();
            }
            else if (!IsControl(property.Name) && property.Value.ValueKind != JsonValueKind.Null)
            {
                entity[property.Name] = ReadValue(property.Value, TypeOf(json, property.Name));
            }
        }

        return entity;
    }

    private static bool IsControl(string name) => name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal);

    private static string? TypeOf(JsonElement json, string name) =>
        json.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString() : name == nameof(TableEntity.Timestamp) ? "Edm.DateTime" : null;

    private static object ReadValue(JsonElement value, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.Double" => double.Parse(Text(value), NumberStyles.Float, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(Text(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Guid" => Guid.Parse(Text(value)),
        "Edm.Binary" => new BinaryData(Convert.FromBase64String(Text(value))),
        _ => ReadPlain(value),
    };

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static object ReadPlain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt32(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        _ => Text(value),
    };

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteTyped(json, name, "Edm.Double", Number(number));
                break;
            case DateTimeOffset moment:
                WriteTyped(json, name, "Edm.DateTime", Moment(moment));
                break;
            case Guid id:
                WriteTyped(json, name, "Edm.Guid", id.ToString());
                break;
            case BinaryData bytes:
                WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            default:
                throw new ArgumentException($"A table keeps no values of type {value.GetType()}, which the property '{name}' has.", nameof(value));
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + TypeSuffix, type);
        json.WriteString(name, value);
    }

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    // OData's words for what is no number are .NET's: NaN, Infinity, -Infinity.
    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
