using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Interruptions;

/// <summary>A person who sends while <c>foi run</c> is at work, or starts it twice, gets what one run would have given.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task Several_programs_at_once_on_one_folder_do_everything_once()
    {
        using var round = await SmallRound.OpenAsync(20);
        round.LetAuthoritiesAnswer();

        for (var minute = 0; minute < 3; minute++)
        {
            await AtOnceAsync(round.Foi, ["send", "--really"], ["run", "--once"], ["send", "--really", "--json"], ["run", "--once"]);
            round.Wait(TimeSpan.FromMinutes(minute + 1));
        }

        for (var week = 0; week < 4; week++)
        {
            round.Wait(TimeSpan.FromDays(14 * (week + 1)));
            await AtOnceAsync(round.Foi, ["run", "--once"], ["run", "--once"], ["send", "--really"]);
        }

        RegisterPicture.SentTwice(round.Data).ShouldBeEmpty();
        RegisterPicture.LostMails(round.Data).ShouldBeEmpty();
        using var register = DataFile.Register(round.Data);
        var requests = RegisterPicture.Requests(register);
        requests.Count.ShouldBe(20);
        requests.ShouldAllBe(r => r.Letters.Count(l => l.Id.Kind == Core.Letters.LetterKind.Initial && l.SentAt != null) == 1);
        requests.ShouldAllBe(r => r.Replies.Select(reply => reply.Mail).Distinct().Count() == r.Replies.Count);
        requests.Sum(r => r.Replies.Count).ShouldBeGreaterThan(20);
        (await round.Foi.DoAsync("rebuild", "--json")).Json().GetProperty("mended").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task While_foi_run_is_at_work_other_commands_work_too()
    {
        using var round = await SmallRound.OpenAsync(5);
        using var running = round.Foi.Start("run");
        await running.SaysAsync("Ctrl+C stops");

        await AtOnceAsync(round.Foi, ["send", "--really"], ["note", "02N", "asked by telephone"], ["status"], ["import", round.WriteMail("a.eml", "Your request SV16-02N", "We do not hold this information.")]);

        RegisterPicture.SentTwice(round.Data).ShouldBeEmpty();
        (await round.Foi.DoAsync("log", "02N")).Out.ShouldContain("asked by telephone");
        using var register = DataFile.Register(round.Data);
        RegisterPicture.Mails(register).ShouldHaveSingleItem().Matched.ShouldBeTrue();
    }

    private static async Task AtOnceAsync(Foi foi, params string[][] commands)
    {
        foreach (var result in await Task.WhenAll(commands.Select(c => foi.RunAsync(c))))
        {
            result.ExitCode.ShouldBe(0, result.Err);
            result.Err.ShouldNotContain("failed");
        }
    }
}
