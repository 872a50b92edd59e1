namespace FoiPipeline.Benchmarks.Processes;

/// <summary>Runs of the same kind: the medians, because one run may meet anything, and the highest peak.</summary>
/// <param name="requests">How many requests each of them had.</param>
internal sealed class ChildRuns(int requests)
{
    private readonly List<ChildRun> _runs = [];

    public int Requests { get; } = requests;

    public int Count => _runs.Count;

    public double WallSeconds => Median(r => r.Wall.TotalSeconds);

    public double ProcessorSeconds => Median(r => r.Processor.TotalSeconds);

    public double PeakMegabytes => _runs.Max(r => r.PeakMegabytes);

    public void Add(ChildRun run) => _runs.Add(run);

    private double Median(Func<ChildRun, double> of)
    {
        var sorted = _runs.Select(of).Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }
}
