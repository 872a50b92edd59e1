using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Commands;

/// <summary>From mails in files to requests that are settled.</summary>
public sealed class MailCommandTests
{
    [Fact]
    public async Task Mails_come_in_from_files_folders_mbox_and_maildir_and_come_in_once()
    {
        using var round = await SentRoundAsync(4);
        var one = round.WriteMail("one.eml", "RE: request [SV16-02N]", "Thank you, we have received your request and will answer within 20 working days.");
        round.WriteMail("folder/deeper/two.eml", "Your request SV16-09C", "We do not hold the information you asked for.");
        round.Write("archive.mbox", $"From x Mon Jan  1 00:00:00 2018\n{round.Mail("About SV16-02N", "Further to this, please see below.", "three")}\nFrom x Mon Jan  1 00:00:00 2018\n{round.Mail("Lunch", "Shall we?", "four")}");
        round.Write("Maildir/cur/1.host:2,S", round.Mail("SV16-09C again", "A reminder of our answer.", "five"));
        Directory.CreateDirectory(round.Below("Maildir/new"));
        string[] paths = [one, round.Below("folder"), round.Below("archive.mbox"), round.Below("Maildir")];

        var first = (await round.Foi.DoAsync(["import", .. paths, "--json"])).Json();
        var again = (await round.Foi.DoAsync(["import", .. paths, "--json"])).Json();

        (first.GetProperty("imported").GetInt32(), first.GetProperty("alreadyThere").GetInt32()).ShouldBe((5, 0));
        (again.GetProperty("imported").GetInt32(), again.GetProperty("alreadyThere").GetInt32()).ShouldBe((0, 5));
        using var register = DataFile.Register(round.Data);
        RegisterPicture.Mails(register).Count(m => m.Matched).ShouldBe(5);
    }

    [Fact]
    public async Task A_person_settles_whose_mail_it_is_what_it_is_and_that_it_is_done()
    {
        using var round = await SentRoundAsync(4);
        await round.Foi.DoAsync("import", round.WriteMail("stray.eml", "Good morning", "Attached is what you asked for, with our compliments."));
        var mail = await OnlyMailAsync(round);

        (await round.TriageAsync()).ShouldContain(item => item.GetProperty("subject").GetString() == mail);
        (await round.Foi.RunAsync("attach", mail, "ZZZ")).ShouldBeOneClearError().ShouldContain("'ZZZ' is not on the register");
        (await round.Foi.RunAsync("judge", mail, "splendid")).ShouldBeOneClearError().ShouldContain("no kind of reply");
        (await round.Foi.RunAsync("judge", "ffffffff", "full")).ShouldBeOneClearError();
        await round.Foi.DoAsync("attach", mail[..8], "02N,09C");
        (await round.Foi.DoAsync("judge", mail[..8], "full", "--json")).Json().GetProperty("kind").GetString().ShouldBe("Full");

        (await round.TriageAsync()).ShouldNotContain(item => item.GetProperty("subject").GetString() == mail);
        foreach (var code in new[] { "02N", "SV16-09C" })
        {
            (await round.Foi.DoAsync("log", code, "--json")).Json().GetProperty("standing").GetProperty("outcome").GetString().ShouldBe("Full");
        }

        (await round.Foi.DoAsync("log", "02N")).Out.ShouldContain("Ann Other");
        (await round.Foi.DoAsync("status", "--json")).Json().GetProperty("response").GetProperty("answered").GetInt32().ShouldBe(2);
        await round.Foi.DoAsync("set-aside", mail[..8], "--why", "sent by mistake");
        (await round.Foi.DoAsync("status", "--json")).Json().GetProperty("response").GetProperty("answered").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_clarification_is_answered_and_a_letter_sent_again()
    {
        using var round = await SentRoundAsync(4);
        await round.Foi.DoAsync("import", round.WriteMail("ask.eml", "Clarification needed SV16-02N", "Before we can proceed we need clarification: which financial year do you mean?"));
        var mail = await OnlyMailAsync(round);
        await round.Foi.DoAsync("judge", mail, "clarification");

        (await round.Foi.RunAsync("answer", mail)).ShouldBeOneClearError().ShouldContain("no text");
        (await round.Foi.RunAsync("answer", mail, "--file", "/nowhere/at/all")).ShouldBeOneClearError();
        (await round.Foi.DoAsync("answer", mail, "--text", "The year 2015/16.")).Out.ShouldContain("SV16.02N.Clarification.1");
        (await round.Foi.RunAsync("resend", "09C", "--to", "nobody")).ShouldBeOneClearError();
        (await round.Foi.DoAsync("resend", "09C", "--to", "new@ashfordccg.nhs.example", "--json")).Json().GetProperty("letter").GetString().ShouldBe("SV16.09C.Resend.1");

        (await round.Foi.DoAsync("send", "--json")).Json().GetProperty("count").GetInt32().ShouldBe(2);
        round.Wait(TimeSpan.FromMinutes(30));
        (await round.Foi.DoAsync("send", "--really", "--json")).Json().GetProperty("sent").GetInt32().ShouldBe(2);
        await round.Foi.DoAsync("done", mail, "--why", "answered", "--json");
        (await round.Foi.RunAsync("settle", "SV16.02N.Initial.1")).ShouldBeOneClearError().ShouldContain("--sent or --not-sent");
        (await round.Foi.RunAsync("settle", "nonsense", "--sent")).ShouldBeOneClearError();
        (await round.Foi.RunAsync("settle", "SV16.02N.Initial.1", "--sent")).ShouldBeOneClearError();
    }

    [Fact]
    public async Task Notes_holds_and_withdrawals_stand_in_the_story()
    {
        using var round = await SmallRound.OpenAsync(3);

        await round.Foi.DoAsync("note", "02N", "rang them");
        await round.Foi.DoAsync("hold", "02N", "new address to be found");
        await round.Foi.DoAsync("withdraw", "09C", "asked by mistake");
        (await round.Foi.DoAsync("send", "--really", "--json")).Json().GetProperty("sent").GetInt32().ShouldBe(1);
        await round.Foi.DoAsync("release", "02N", "found", "--as", "Bob");
        round.Wait(TimeSpan.FromMinutes(2));
        (await round.Foi.DoAsync("send", "--really", "--json")).Json().GetProperty("sent").GetInt32().ShouldBe(1);

        var story = (await round.Foi.DoAsync("log", "02N")).Out;
        story.ShouldContain("rang them");
        story.ShouldContain("new address to be found");
        story.ShouldContain("Bob");
        (await round.Foi.DoAsync("retry", "--json")).Json().GetProperty("triedAgain").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_subject_that_is_a_formula_does_nothing_in_a_spreadsheet()
    {
        using var round = await SentRoundAsync(3);
        await round.Foi.DoAsync("import", round.WriteMail("evil.eml", "=HYPERLINK(\"http://evil.example\",\"SV16-02N\")", "We do not hold this information. SV16-02N"));
        await round.Foi.DoAsync("attach", await OnlyMailAsync(round), "02N");

        await round.Foi.DoAsync("export", round.Below("tables"), "--json");

        var replies = await File.ReadAllTextAsync(round.Below("tables/replies.csv"), TestContext.Current.CancellationToken);
        replies.ShouldContain("HYPERLINK");
        replies.ShouldNotMatch("(^|,|\n)\"?=HYPERLINK");
        replies.ShouldStartWith("\uFEFF");
    }

    private static async Task<SmallRound> SentRoundAsync(int authorities)
    {
        var round = await SmallRound.OpenAsync(authorities);
        await round.Foi.DoAsync("send", "--really");
        round.Wait(TimeSpan.FromMinutes(10));
        return round;
    }

    private static Task<string> OnlyMailAsync(SmallRound round)
    {
        using var register = DataFile.Register(round.Data);
        return Task.FromResult(RegisterPicture.Mails(register).ShouldHaveSingleItem().Mail);
    }
}
