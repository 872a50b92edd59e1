using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Interruptions;

public sealed class StopTests
{
    [Fact]
    public async Task Ctrl_C_ends_foi_run_politely()
    {
        using var round = await SmallRound.OpenAsync(5);

        // A test run in the background would hand on that Ctrl+C is to be ignored.
        using var running = round.Foi.Start("/usr/bin/env", ["--default-signal=INT", Foi.Program], ["run"]);
        await running.SaysAsync("Ctrl+C stops");
        running.Interrupt();

        (await running.EndsWithinAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue(running.SaidSoFar);
        var result = await running.ResultAsync();
        result.ExitCode.ShouldBe(0);
        result.Out.ShouldBeEmpty();
        result.Err.ShouldContain("Stopped. Nothing is lost");
    }
}
