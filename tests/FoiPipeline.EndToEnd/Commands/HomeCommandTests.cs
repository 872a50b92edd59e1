using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Commands;

/// <summary>A round that was copied: which of the two is carried on, and what the other says.</summary>
public sealed class HomeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_says_that_its_figures_stand_still_and_takes_no_work_until_somebody_says_that_its_home_is_lost()
    {
        using var round = await SmallRound.OpenAsync(3);
        var copy = new Foi(_folder.Below("copy"));
        await round.Foi.DoAsync("copy", "--from", "local", "--to", "local", "--into", copy.Data, "--backup");

        (await round.Foi.DoAsync("status")).Err.ShouldNotContain("copy");
        (await copy.DoAsync("status")).Err.ShouldContain($"carried on in {round.Data}");
        (await copy.RunAsync("note", "00L", "x")).Err.ShouldContain("has moved to");
        (await copy.RunAsync("home", "--here")).ExitCode.ShouldBe(1);

        await copy.DoAsync("home", "--here", "--why", "the disk is gone");

        var code = (await copy.DoAsync("send", "--json")).Json().GetProperty("letters")[0].GetProperty("letter").GetString()!.Split('.')[1];
        await copy.DoAsync("note", code, "carried on here");
        (await copy.DoAsync("status")).Err.ShouldNotContain("copy");
    }
}
