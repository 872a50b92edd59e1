using BenchmarkDotNet.Attributes;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>The status of a whole round, with triage counted; figures are a request, so that a ratio of 1 means that twice the requests take twice the time.</summary>
public class StatusBenchmarks
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2016, 7, 29, 12, 0, 0, TimeSpan.Zero));

    private SeededRound? _few;
    private SeededRound? _many;

    [GlobalSetup]
    public void Open() => (_few, _many) = (SharedRounds.Few, SharedRounds.Many);

    [Benchmark(Baseline = true, OperationsPerInvoke = BenchmarkRound.Few)]
    public Task<StatusReport> Status_of_209() => StatusAsync(_few!);

    [Benchmark(OperationsPerInvoke = BenchmarkRound.Many)]
    public Task<StatusReport> Status_of_45_000() => StatusAsync(_many!);

    private static Task<StatusReport> StatusAsync(SeededRound seeded) =>
        new ReportStatus(seeded.Book, new ListTriage(seeded.Book, seeded.Data.Queue), Clock).RunAsync("region", CancellationToken.None);
}
