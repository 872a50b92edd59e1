using System.Diagnostics;
using System.Globalization;

namespace FoiPipeline.Benchmarks.Processes;

/// <summary>What one run of <c>foi</c> as a process of its own cost.</summary>
/// <param name="Wall">From start to end.</param>
/// <param name="Processor">Processor time of it and of the tools it started, to a hundredth of a second.</param>
/// <param name="PeakMegabytes">The most memory it held at once (resident set), without the tools it started.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it printed.</param>
internal sealed record ChildRun(TimeSpan Wall, TimeSpan Processor, double PeakMegabytes, int ExitCode, string Output)
{
    // A peak is never taken back, so a look from time to time misses no more than the growth of the last moment.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs <c>foi</c> from the build beside this program. One at a time: processor time is what all ended children used.</summary>
    public static async Task<ChildRun> OfFoiAsync(params string[] arguments)
    {
        var before = ProcessorOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "foi"), arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        var peak = 0.0;
        while (!ended.IsCompleted)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.WhenAny(ended, Task.Delay(BetweenLooks));
        }

        return new ChildRun(watch.Elapsed, ProcessorOfChildren() - before, peak, process.ExitCode, await output);
    }

    /// <summary>As <see cref="OfFoiAsync"/>, and a run that does not end well ends the benchmark.</summary>
    public static async Task<ChildRun> OfFoiThatWorksAsync(params string[] arguments)
    {
        var run = await OfFoiAsync(arguments);
        return run.ExitCode == 0 ? run : throw new InvalidOperationException($"'foi {string.Join(' ', arguments)}' ended with {run.ExitCode}: {run.Output}");
    }

    private static double PeakOf(int process)
    {
        try
        {
            // "VmHWM:   356136 kB"
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[6..^2], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It ended between two looks.
            return 0;
        }
    }

    /// <summary>proc(5): cutime and cstime of this process, in hundredths of a second on every Linux.</summary>
    private static TimeSpan ProcessorOfChildren()
    {
        // The name in brackets may hold spaces, so the fields are counted behind it; the first of them is the third of the line.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)));
    }
}
