using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FoiPipeline.Composition;

/// <summary>
/// One JSON object a line, with the fields of .NET's own JSON console and, beside them, the ids of the trace and of the mail or letter that is being worked on. The
/// built-in one can only nest these in scopes, where a query over the logs does not find them.
/// </summary>
internal sealed class JsonLog() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "foi-json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
            json.WriteNumber("EventId", logEntry.EventId.Id);
            json.WriteString("LogLevel", logEntry.LogLevel.ToString());
            json.WriteString("Category", logEntry.Category);
            json.WriteString("Message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("Exception", exception.ToString());
            }

            foreach (var (name, value) in TelemetryFields.Current())
            {
                json.WriteString(name, value);
            }

            WriteState(json, logEntry.State as IEnumerable<KeyValuePair<string, object?>> ?? []);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    private static void WriteState(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> state)
    {
        json.WriteStartObject("State");
        foreach (var (name, value) in state.DistinctBy(s => s.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
