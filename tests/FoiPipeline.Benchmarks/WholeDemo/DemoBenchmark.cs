using System.Globalization;
using FoiPipeline.Benchmarks.Processes;

namespace FoiPipeline.Benchmarks.WholeDemo;

/// <summary>
/// The whole demo with few and with many authorities, each as a process of its own, one after the other in turns: what else the machine does
/// at that hour meets all of them.
/// </summary>
internal static class DemoBenchmark
{
    /// <summary>Between few and many: what is compiled while the program runs is compiled by then.</summary>
    public const int Between = 1_000;

    private const int Few = 209;

    /// <summary>Issue 2: a request may cost with many authorities at most this many times what it costs with the shipped register.</summary>
    private const double MostRatio = 1.5;

    private const double MostMegabytes = 400;

    /// <returns>The exit code: 0 where both limits are kept.</returns>
    public static async Task<int> RunAsync(int many, int repeats)
    {
        var sizes = new SortedDictionary<int, ChildRuns>();
        int[] turn = [1, Few, Between, Few, many, Few, 1];
        foreach (var authorities in Enumerable.Repeat(turn, repeats).SelectMany(t => t))
        {
            var run = await ChildRun.OfFoiThatWorksAsync("demo", "--once", "--json", "--authorities", authorities.ToString(CultureInfo.InvariantCulture));
            Say($"{authorities,6} authorities: {run.Wall.TotalSeconds,7:0.0} s, {run.Processor.TotalSeconds,7:0.0} s of processor, {run.PeakMegabytes,5:0} MB");
            if (!sizes.TryGetValue(authorities, out var runs))
            {
                sizes.Add(authorities, runs = new ChildRuns(authorities));
            }

            runs.Add(run);
        }

        return Report(sizes, many);
    }

    private static int Report(SortedDictionary<int, ChildRuns> sizes, int many)
    {
        Say("");
        Say("| authorities | runs | wall s | processor s | wall ms a request | processor ms a request | peak MB |");
        Say("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var runs in sizes.Values)
        {
            Say($"| {runs.Requests} | {runs.Count} | {runs.WallSeconds:0.0} | {runs.ProcessorSeconds:0.0} | {1000 * runs.WallSeconds / runs.Requests:0.0} | {1000 * runs.ProcessorSeconds / runs.Requests:0.0} | {runs.PeakMegabytes:0} |");
        }

        var (few, between, large) = (sizes[Few], sizes[Between], sizes[many]);
        var wall = Ratio(few, large, r => r.WallSeconds);
        var processor = Ratio(few, large, r => r.ProcessorSeconds);
        Say("");
        Say($"A request among {many} costs {wall:0.00} times as much wall time as one among {Few}, and {processor:0.00} times as much processor time.");
        Say($"Starting up set aside (the run with one authority): {LessStart(r => r.WallSeconds):0.00} and {LessStart(r => r.ProcessorSeconds):0.00} times.");
        Say($"Each further request beyond {Between}, to each further one beyond {Few}: {Further(r => r.WallSeconds):0.00} and {Further(r => r.ProcessorSeconds):0.00} times (compiling is over by then).");
        Say($"Peak memory {large.PeakMegabytes:0} MB.");

        var kept = wall <= MostRatio && processor <= MostRatio && large.PeakMegabytes <= MostMegabytes;
        Say(kept ? $"Kept: at most {MostRatio} times, at most {MostMegabytes} MB." : $"NOT kept: at most {MostRatio} times, at most {MostMegabytes} MB.");
        return kept ? 0 : 1;

        double LessStart(Func<ChildRuns, double> of) => ((of(large) - of(sizes[1])) / large.Requests) / ((of(few) - of(sizes[1])) / few.Requests);

        double Further(Func<ChildRuns, double> of) =>
            ((of(large) - of(between)) / (large.Requests - between.Requests)) / ((of(between) - of(few)) / (between.Requests - few.Requests));
    }

    private static double Ratio(ChildRuns one, ChildRuns other, Func<ChildRuns, double> of) => (of(other) / other.Requests) / (of(one) / one.Requests);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Say(string line) => Console.WriteLine(line);
}
