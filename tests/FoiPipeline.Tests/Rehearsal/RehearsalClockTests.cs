using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Tests.Rehearsal;

public sealed class RehearsalClockTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2016, 7, 1, 7, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foi-clock-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_clock_that_was_started_stands_still_until_it_is_moved_and_never_goes_back()
    {
        var clock = RehearsalClock.FindOrStart(_folder.FullName, Start);

        clock.MoveTo(Start.AddDays(1));
        clock.MoveTo(Start);

        clock.GetUtcNow().ShouldBe(Start.AddDays(1));
        RehearsalClock.Find(_folder.FullName)!.GetUtcNow().ShouldBe(Start.AddDays(1));
    }

    [Fact]
    public async Task A_clock_another_process_moved_shows_the_new_moment()
    {
        var ours = RehearsalClock.FindOrStart(_folder.FullName, Start);
        RehearsalClock.Find(_folder.FullName)!.MoveTo(Start.AddDays(3));

        for (var looks = 0; looks < 100 && ours.GetUtcNow() == Start; looks++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        ours.GetUtcNow().ShouldBe(Start.AddDays(3));
    }

    [Fact]
    public async Task A_running_clock_goes_on_by_itself_the_same_for_everybody()
    {
        var ours = RehearsalClock.FindOrRun(_folder.FullName, Start, speed: 86_400);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        var seen = ours.GetUtcNow();
        var theirs = RehearsalClock.FindOrRun(_folder.FullName, Start.AddYears(5), speed: 1).GetUtcNow();

        seen.ShouldBeGreaterThan(Start.AddHours(1));
        theirs.ShouldBeInRange(seen, seen.AddDays(60));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2016-07-01T07:30:00.0000000+00:00 x fast since 2016-07-01T07:30:00.0000000+00:00")]
    public void A_file_that_holds_no_moment_is_one_clear_error(string text)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "clock"), text);

        Should.Throw<StoreUnavailableException>(() => RehearsalClock.Find(_folder.FullName)).Message.ShouldContain("does not hold the rehearsal's time");
    }
}
