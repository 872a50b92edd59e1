using BenchmarkDotNet.Running;
using FoiPipeline.Benchmarks.Azurite;
using FoiPipeline.Benchmarks.Large;
using FoiPipeline.Benchmarks.Micro;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Benchmarks.WholeDemo;

namespace FoiPipeline.Benchmarks;

/// <summary>
/// What the pipeline costs, in figures that hold on any machine: everything is measured beside something else in the same run, and what counts is
/// the ratio. <c>./foi bench --help</c> lists the ways to start it.
/// </summary>
internal static class Program
{
    private const string Usage =
        """
        ./foi bench                      every small benchmark (minutes); --filter '*Match*' chooses, --list flat names them
        ./foi bench demo                 'foi demo' with 209, 1,000 and 5,000 authorities side by side: cost a request, peak memory.
                                         Ends with 1 where 5,000 cost more than 1.5 times as much a request as 209, or need more than 400 MB.
             --authorities N             another size than 5,000, above 1,000
             --repeat N                  plays the whole sequence N times
        ./foi bench large                'foi status' of 209 and 45,000 requests, 'foi check' of registers with 209 and 45,000 rows
             --requests N                another size than 45,000
        ./foi bench azure                a data folder beside the storage emulator: appends, lists of 209 and 45,000 requests, the demo and its mail; and
                                         the storage transactions of a whole round, counted, with their price
             --requests N                another size than 45,000
        Figures of one machine at one hour say little: compare only what was measured side by side.
        """;

    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["--help" or "-h" or "help", ..]:
                Console.WriteLine(Usage);
                return 0;
            case ["demo", .. var rest] when Numbers(rest, "--authorities", "--repeat") is { } numbers && numbers.GetValueOrDefault("--authorities", 5_000) > DemoBenchmark.Between:
                return await DemoBenchmark.RunAsync(numbers.GetValueOrDefault("--authorities", 5_000), numbers.GetValueOrDefault("--repeat", 1));
            case ["large", .. var rest] when Numbers(rest, "--requests") is { } numbers:
                return await LargeRound.RunAsync(numbers.GetValueOrDefault("--requests", 45_000));
            case ["azure", .. var rest] when Numbers(rest, "--requests") is { } numbers:
                return await BesideAzurite.RunAsync(numbers.GetValueOrDefault("--requests", 45_000));
            case ["demo" or "large" or "azure", ..]:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, new MinutesConfig());
                await SharedRounds.DisposeAsync();
                return 0;
        }
    }

    /// <summary>Options with a whole number each; nothing if anything else stands there.</summary>
    private static Dictionary<string, int>? Numbers(string[] args, params string[] known)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!known.Contains(args[i], StringComparer.Ordinal) || i + 1 == args.Length || !int.TryParse(args[i + 1], out var number) || number < 1)
            {
                return null;
            }

            numbers[args[i]] = number;
        }

        return numbers;
    }
}
