using System.Globalization;
using System.Text.Json;
using NCrontab;

namespace FoiPipeline.Local.Clockwork;

/// <summary>
/// The function app's own files, as the Functions host reads them: <c>host.json</c>, one <c>function.json</c> a function, and settings from
/// <c>local.settings.json</c>, over which environment variables win.
/// </summary>
public sealed class FunctionApp
{
    private FunctionApp(IReadOnlyList<FunctionDefinition> functions, QueueSettings queues)
    {
        Functions = functions;
        Queues = queues;
    }

    public IReadOnlyList<FunctionDefinition> Functions { get; }

    public QueueSettings Queues { get; }

    /// <param name="folder">The folder of <c>host.json</c>.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <exception cref="FunctionAppException">A file is missing or says something that cannot be rung; the message names the file.</exception>
    public static FunctionApp Load(string folder, Func<string, string?> environment)
    {
        var settings = Read(Path.Combine(folder, "local.settings.json"), root => root.GetProperty("Values")
            .EnumerateObject().ToDictionary(v => v.Name, v => v.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        var files = Directory.EnumerateDirectories(folder).Select(d => Path.Combine(d, "function.json")).Where(File.Exists).Order(StringComparer.Ordinal);
        var functions = files.Select(file => Read(file, root => Define(file, root, name => environment(name) ?? settings.GetValueOrDefault(name)))).ToList();
        return functions.Count == 0
            ? throw new FunctionAppException($"No function was found in {folder}: each needs a folder of its own with a function.json.")
            : new FunctionApp(functions, Read(Path.Combine(folder, "host.json"), QueueSettings.From));
    }

    private static FunctionDefinition Define(string file, JsonElement root, Func<string, string?> setting)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(file))!;
        var trigger = root.GetProperty("bindings").EnumerateArray().First(b => b.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));
        string Value(string property) => Resolve(file, trigger.GetProperty(property).GetString()!, setting);
        FunctionDefinition function = trigger.GetProperty("type").GetString() switch
        {
            "timerTrigger" => new TimerFunction(name, Schedule(file, Value("schedule"))),
            "queueTrigger" => new QueueFunction(name, Value("queueName")),
            "blobTrigger" => new BlobFunction(name, Value("path").Split('/')[0]),
            "httpTrigger" => new HttpFunction(name, Value("route"), root.GetProperty("bindings").EnumerateArray().First(b => b.GetProperty("type").GetString() == "http").GetProperty("name").GetString()!),
            var type => throw new FunctionAppException($"{file}: nothing here rings a '{type}'. Known are timerTrigger, queueTrigger, blobTrigger and httpTrigger."),
        };
        return function with { Binding = Value("name") };
    }

    private static string Resolve(string file, string value, Func<string, string?> setting) =>
        value is ['%', .. var name, '%']
            ? setting(name) ?? throw new FunctionAppException($"{file} needs the setting '{name}': set an environment variable of that name, or add it to local.settings.json.")
            : value;

    private static CrontabSchedule Schedule(string file, string expression) =>
        CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true })
        ?? throw new FunctionAppException($"{file}: '{expression}' is no schedule. It has six fields: second minute hour day month weekday, for example 0 */5 * * * *.");

    private static T Read<T>(string file, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return read(json.RootElement);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FunctionAppException($"{file} cannot be used: {e.Message}");
        }
    }
}

/// <summary>How queues are worked off: <c>extensions.queues</c> of host.json.</summary>
/// <param name="BatchSize">How many messages are worked on at once.</param>
/// <param name="MaxDequeueCount">After this many deliveries a message goes to the poison queue.</param>
/// <param name="VisibilityTimeout">How long a message whose work failed stays hidden.</param>
/// <param name="MaxPollingInterval">Longest pause between two looks at an empty queue.</param>
public sealed record QueueSettings(int BatchSize, int MaxDequeueCount, TimeSpan VisibilityTimeout, TimeSpan MaxPollingInterval)
{
    internal static QueueSettings From(JsonElement host)
    {
        var queues = host.GetProperty("extensions").GetProperty("queues");
        TimeSpan Span(string name) => TimeSpan.Parse(queues.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
        return new QueueSettings(
            queues.GetProperty("batchSize").GetInt32(), queues.GetProperty("maxDequeueCount").GetInt32(), Span("visibilityTimeout"), Span("maxPollingInterval"));
    }
}

/// <summary>The function app's files cannot be used. The message is one sentence for a person.</summary>
public sealed class FunctionAppException(string message) : Exception(message);
