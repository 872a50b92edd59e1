using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Benchmarks.Rounds;

/// <summary>The shipped round with a register of any size.</summary>
internal static class BenchmarkRound
{
    /// <summary>The shipped register.</summary>
    public const int Few = 209;

    /// <summary>More requests than there are public bodies in the United Kingdom under the Act.</summary>
    public const int Many = 45_000;

    public static string Template => Path.Combine(AppContext.BaseDirectory, "templates", "rounds", "social-value-2016");

    public static Round Of(int authorities)
    {
        var reading = RoundFolder.Read(Template);
        return ScaledRegister.Scale(reading.Round ?? throw new InvalidOperationException($"The shipped round is damaged: {reading.Faults[0]}"), authorities);
    }
}
