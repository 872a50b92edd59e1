using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Commands;

/// <summary>From the folder of a round to letters that are out.</summary>
public sealed class RoundCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_shipped_round_is_sound_and_its_letters_can_be_seen()
    {
        var foi = new Foi(_folder.Below("data"));

        (await foi.DoAsync("check", Foi.ShippedRound)).Out.ShouldContain("209 authorities");
        (await foi.DoAsync("check", Foi.ShippedRound, "--json")).Json().GetProperty("ok").GetBoolean().ShouldBeTrue();
        var text = (await foi.DoAsync("preview", Foi.ShippedRound, "02N")).Out;
        text.ShouldContain("[SV16-02N]");
        text.ShouldContain("Airedale");
        var raw = (await foi.DoAsync("preview", Foi.ShippedRound, "SV16-02N", "--raw")).Out;
        raw.ShouldContain("Message-ID: <sv16.02n.initial.1.");
        raw.ShouldNotContain("\uFEFF");
        (await foi.DoAsync("preview", Foi.ShippedRound, "02n", "--json")).Json().GetProperty("subject").GetString()!.ShouldEndWith("[SV16-02N]");
        (await foi.RunAsync("preview", Foi.ShippedRound, "ZZZ")).ShouldBeOneClearError().ShouldContain("'ZZZ' is not on the register");
        Directory.Exists(foi.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task An_open_round_can_be_opened_again_and_takes_no_other()
    {
        using var round = await SmallRound.OpenAsync(3);

        (await round.Foi.DoAsync("open", round.Source, "--json")).Json().GetProperty("opened").GetInt32().ShouldBe(0);
        (await round.Foi.RunAsync("open", Foi.ShippedRound)).ShouldBeOneClearError().ShouldContain("An open round never changes");
        (await round.Foi.RunAsync("open", "/nowhere/at/all")).ShouldBeOneClearError();
    }

    [Fact]
    public async Task Letters_are_shown_then_sampled_then_sent_once()
    {
        using var round = await SmallRound.OpenAsync(4);

        (await round.Foi.DoAsync("send")).Out.ShouldContain("Dry run: 4 letters wait, none was sent.");
        (await round.Foi.DoAsync("send", "--json")).Json().GetProperty("count").GetInt32().ShouldBe(4);
        (await round.Foi.DoAsync("send", "--to-me", "me@team.example")).Out.ShouldContain("3 of 3 samples went to me@team.example");
        (await round.Foi.RunAsync("send", "--to-me", "me@team.example", "--really")).ShouldBeOneClearError().ShouldContain("exclude each other");
        (await round.Foi.RunAsync("send", "--to-me", "nobody")).ShouldBeOneClearError();
        (await round.Foi.DoAsync("send", "--json")).Json().GetProperty("count").GetInt32().ShouldBe(4, "samples and dry runs send no letter");
        (await round.Foi.DoAsync("send", "--really", "--json")).Json().GetProperty("sent").GetInt32().ShouldBe(4);
        (await round.Foi.DoAsync("send", "--really", "--json")).Json().GetProperty("sent").GetInt32().ShouldBe(0);
        (await round.Foi.DoAsync("log", "02N")).Out.ShouldContain("Delivery: Sent");
        RegisterPicture.SentTwice(round.Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_round_that_is_no_rehearsal_nobody_invents_an_answer()
    {
        using var round = await SmallRound.OpenAsync(12);
        await round.Foi.DoAsync("send", "--really");
        round.Wait(TimeSpan.FromDays(90));
        await round.Foi.DoAsync("run", "--once");

        var status = (await round.Foi.DoAsync("status", "--json")).Json();
        status.GetProperty("correspondence").GetProperty("Silent").GetInt32().ShouldBe(12);
        status.GetProperty("response").GetProperty("answered").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_round_carried_on_by_run_once_gives_status_and_tables()
    {
        using var round = await SmallRound.OpenAsync(12);
        round.LetAuthoritiesAnswer();
        (await round.Foi.DoAsync("run", "--once")).Out.ShouldContain("Every function was rung once");
        round.Wait(TimeSpan.FromDays(60));
        (await round.Foi.DoAsync("run", "--once", "--json")).Json().GetProperty("workedOff").GetInt32().ShouldBeGreaterThan(10);

        var status = (await round.Foi.DoAsync("status", "--by", "region", "--json")).Json();
        status.GetProperty("asked").GetInt32().ShouldBe(12);
        status.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("response").GetProperty("asked").GetInt32()).ShouldBe(12);
        (await round.Foi.DoAsync("status", "--by", "stp")).Out.ShouldContain("Answered in substance");
        (await round.Foi.RunAsync("status", "--by", "colour")).ShouldBeOneClearError().ShouldContain("colour");

        (await round.Foi.DoAsync("export", round.Below("tables"))).Out.ShouldContain("requests.csv: 12 rows");
        File.ReadAllLines(round.Below("tables/data-dictionary.csv")).Length.ShouldBeGreaterThan(10);
        var tables = Directory.EnumerateFiles(round.Below("tables")).Select(Path.GetFileName).ToList();
        tables.ShouldBe(["answers.csv", "data-dictionary.csv", "letters.csv", "replies.csv", "requests.csv"], ignoreOrder: true);
        (await round.Foi.DoAsync("rebuild")).Out.ShouldContain("every summary was as it should be");
    }
}
