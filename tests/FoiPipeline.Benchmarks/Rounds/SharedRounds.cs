namespace FoiPipeline.Benchmarks.Rounds;

/// <summary>The two rounds that small benchmarks read: made once a process, because seeding 45,000 requests takes longer than measuring them.</summary>
internal static class SharedRounds
{
    private static readonly Lazy<SeededRound> FewRound = new(() => SeededRound.MakeAsync(BenchmarkRound.Few).GetAwaiter().GetResult());
    private static readonly Lazy<SeededRound> ManyRound = new(() => SeededRound.MakeAsync(BenchmarkRound.Many).GetAwaiter().GetResult());

    public static SeededRound Few => FewRound.Value;

    public static SeededRound Many => ManyRound.Value;

    public static async Task DisposeAsync()
    {
        foreach (var round in new[] { FewRound, ManyRound }.Where(r => r.IsValueCreated))
        {
            await round.Value.DisposeAsync();
        }
    }
}
