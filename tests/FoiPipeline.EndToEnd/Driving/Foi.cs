using System.Diagnostics;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>The built program, driven from outside on a data folder of its own.</summary>
public sealed class Foi
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly string _data;

    /// <param name="data">The data folder; made by the program if it is not there.</param>
    public Foi(string data) => _data = data;

    /// <summary>The repository that these tests were built from.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", ".."));

    /// <summary>The program as built beside these tests, in the same configuration.</summary>
    public static string Program { get; } = Path.Combine(
        Repository, "functions", "FoiPipeline", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "foi");

    public static string ShippedRound { get; } = Path.Combine(Repository, "templates", "rounds", "social-value-2016");

    public string Data => _data;

    /// <summary>Settings given to the program besides the data folder.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs a verb to its end. One that does not end in minutes is killed, and the test fails.</summary>
    public async Task<FoiResult> RunAsync(params string[] arguments)
    {
        using var running = Start(arguments);
        if (!await running.EndsWithinAsync(Longest))
        {
            running.Kill();
            throw new TimeoutException($"foi {string.Join(' ', arguments)} did not end within {Longest}.");
        }

        return await running.ResultAsync();
    }

    /// <summary>Runs a verb that must succeed.</summary>
    public async Task<FoiResult> DoAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        result.ExitCode.ShouldBe(0, $"foi {string.Join(' ', arguments)}\n{result.Out}\n{result.Err}");
        return result;
    }

    public RunningFoi Start(params string[] arguments) => Start(Program, [], arguments);

    /// <summary>Runs the program through another one, such as <c>prlimit</c>.</summary>
    public RunningFoi Start(string program, string[] prefix, string[] arguments) => Start(program, prefix, arguments, new Dictionary<string, string?>(StringComparer.Ordinal));

    /// <summary>Runs the program with settings of its own.</summary>
    public RunningFoi Start(string program, string[] prefix, string[] arguments, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo(program, [.. prefix, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["FOI_DATA"] = _data;
        start.Environment["FOI_USER"] = "Ann Other";
        start.Environment.Remove("FOI_DEBUG");
        foreach (var (name, value) in Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).Concat(settings))
        {
            start.Environment[name] = value;
        }

        return new RunningFoi(Process.Start(start)!);
    }
}
