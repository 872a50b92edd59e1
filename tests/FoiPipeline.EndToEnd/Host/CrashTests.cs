using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>The host ends its handler with SIGKILL, at any moment, and calls again.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Authorities = 12;
    private const int KillsWanted = 12;

    [Fact]
    public async Task Killed_in_the_middle_of_calls_and_called_again_the_register_ends_the_same()
    {
        using var undisturbed = await AnsweredAsync();
        using (var host = new PretendHost(undisturbed, () => null))
        {
            await host.WorkOffAsync();
        }

        using var killed = await AnsweredAsync();
        var random = new Random(7);
        PretendHost? dealing = null;
        using (var host = new PretendHost(killed, () => dealing!.Killed < KillsWanted && random.Next(2) == 0 ? random.Next(1, 25) : null))
        {
            dealing = host;
            await host.WorkOffAsync();
            output.WriteLine($"{host.Killed} calls were killed before they were answered");
            host.Killed.ShouldBeGreaterThan(KillsWanted / 2);
        }

        var picture = RegisterPicture.Of(undisturbed.Data);
        picture.Split('\n').Count(f => f.StartsWith("mail ", StringComparison.Ordinal)).ShouldBeGreaterThan(Authorities);
        RegisterPicture.Differences(picture, RegisterPicture.Of(killed.Data)).ShouldBeEmpty();
        RegisterPicture.LostMails(killed.Data).ShouldBeEmpty();
        (await killed.Foi.DoAsync("rebuild", "--json")).Json().GetProperty("mended").GetArrayLength().ShouldBe(0);
    }

    /// <summary>A rehearsal whose letters have left and whose answers lie in the mailbox.</summary>
    private static async Task<SmallRound> AnsweredAsync()
    {
        var round = await SmallRound.OpenAsync(Authorities);
        round.LetAuthoritiesAnswer();
        for (var minute = 1; minute <= 3; minute++)
        {
            await round.Foi.DoAsync("send", "--really");
            round.Wait(TimeSpan.FromMinutes(minute));
        }

        round.Wait(TimeSpan.FromDays(30));
        return round;
    }
}
