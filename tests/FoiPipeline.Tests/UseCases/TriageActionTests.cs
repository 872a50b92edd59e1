using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class TriageActionTests
{
    [Fact]
    public async Task One_mail_attached_to_several_answers_for_each_of_them()
    {
        var (driver, mail) = await UnattributedAsync();
        await AttachAsync(driver, mail, "02N", "99E");
        (await driver.TriageAsync()).ShouldBeEmpty();
        foreach (var code in new[] { "02N", "99E" })
        {
            (await driver.StandingAsync(code)).Outcome.ShouldBe(Outcome.Full);
        }

        (await driver.StandingAsync("07G")).Outcome.ShouldBe(Outcome.None);
        (await driver.QueuedForClassificationAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Attached_again_elsewhere_a_mail_leaves_those_it_was_credited_to_and_given_twice_nothing_changes()
    {
        var (driver, mail) = await UnattributedAsync();
        await AttachAsync(driver, mail, "02N");
        await AttachAsync(driver, mail, "99E");
        await AttachAsync(driver, mail, "99E");
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Detached.ShouldBeTrue();
        (await driver.RequestAsync("99E")).Replies.ShouldHaveSingleItem().Detached.ShouldBeFalse();
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeFalse();
        await AttachAsync(driver, mail, "02N");
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeTrue();
        (await driver.StandingAsync("99E")).IsAnswered.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mistake_put_right_does_not_come_back_with_the_next_mail(bool putRight)
    {
        const string Theirs = "Dear Ms Example,\n\nOur reference: QXV/16/88123\n\nThank you for your request. We will respond within 20 working days.\n\nFOI Team";
        var driver = await PipelineDriver.SentAsync();
        var first = await driver.ReceiveAsync(SomeMail.Reply("02N", Theirs, from: "desk@supportunit.example"));
        if (putRight)
        {
            await AttachAsync(driver, first, "99E");
        }

        var next = await driver.ReceiveAsync(SomeMail.Reply("99E", Theirs.Replace("Thank you", "Once more thank you", StringComparison.Ordinal), from: "other.desk@supportunit.example", toToken: false));

        next.Authorities.Select(a => a.Value).ShouldBe(putRight ? [] : ["02N"]);
    }

    [Fact]
    public async Task An_authority_that_is_not_on_the_register_is_named_and_nothing_changes()
    {
        var (driver, mail) = await UnattributedAsync();
        (await Should.ThrowAsync<TriageException>(() => AttachAsync(driver, mail, "02N", "ZZZ"))).Message.ShouldContain("ZZZ");
        (await driver.RequestAsync("02N")).Replies.ShouldBeEmpty();
    }

    [Fact]
    public async Task Set_aside_a_mail_is_nobodys_reply_and_can_be_brought_back()
    {
        var (driver, mail) = await UnattributedAsync();
        await AttachAsync(driver, mail, "02N");
        for (var twice = 0; twice < 2; twice++)
        {
            driver.Clock.Advance(TimeSpan.FromSeconds(1));
            await driver.Pipeline.SetAside.RunAsync(await ReloadAsync(driver, mail), "newsletter", Some.Person, PipelineDriver.Cancel);
            (await driver.StandingAsync("02N")).IsAnswered.ShouldBeFalse();
            (await driver.TriageAsync()).ShouldBeEmpty();
        }

        await AttachAsync(driver, mail, "02N");
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeTrue();
    }

    [Fact]
    public async Task Judged_anew_a_response_is_queued_once_more_and_not_twice()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        for (var twice = 0; twice < 2; twice++)
        {
            await driver.Pipeline.Judge.RunAsync(await ReloadAsync(driver, mail), ReplyKind.Partial, Some.Person, PipelineDriver.Cancel);
        }

        (await driver.QueuedForClassificationAsync()).Count.ShouldBe(2);
        (await driver.StandingAsync("02N")).Outcome.ShouldBe(Outcome.Partial);
        (await driver.RequestAsync("02N")).Replies[0].Judgements.ShouldBe(2);
    }

    [Fact]
    public async Task Judged_first_and_attached_afterwards_a_mail_is_what_the_person_said()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", "Hello,\n\nas discussed.\n\nBob", from: "someone@unknown.example", toToken: false));
        await driver.Pipeline.Judge.RunAsync(mail, ReplyKind.NotHeld, Some.Person, PipelineDriver.Cancel);
        await AttachAsync(driver, mail, "02N");
        var reply = (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem();
        (reply.Kind, reply.JudgedByPerson, reply.Queued).ShouldBe((ReplyKind.NotHeld, true, true));
        (await driver.TriageAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clarification_stops_the_clock_and_our_answer_starts_it_at_zero_when_it_is_sent()
    {
        var driver = await PipelineDriver.SentAsync();
        var before = (await driver.StandingAsync("02N")).Clock;
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Clarification));
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.Clarification);
        (await driver.StandingAsync("02N")).Clock.Run.ShouldBe(ClockRun.Paused);

        driver.Clock.Advance(TimeSpan.FromDays(60));
        (await driver.StandingAsync("02N")).Clock.DaysLate.ShouldBe(0);
        var letters = await driver.Pipeline.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel);
        (await driver.Pipeline.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel)).ShouldBe(letters);
        (await driver.TriageAsync()).ShouldBeEmpty();
        (await driver.StandingAsync("02N")).Clock.Run.ShouldBe(ClockRun.Paused);

        driver.Clock.Advance(TimeSpan.FromDays(4));
        await driver.SendAllAsync();
        var after = (await driver.StandingAsync("02N")).Clock;
        after.Run.ShouldBe(ClockRun.Running);
        after.Received.ShouldBe(new DateOnly(2016, 9, 13));
        after.Strict.ShouldBe(new DateOnly(2016, 10, 11));
        after.Strict.ShouldNotBe(before.Strict);
        driver.Mailbox.Accepted.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_corrected_answer_is_never_taken_for_the_one_given_first()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Clarification));
        await driver.Pipeline.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel);
        await Should.ThrowAsync<TriageException>(() => driver.Pipeline.Letters.AnswerAsync(mail, "Clinical contracts only.", Some.Person, PipelineDriver.Cancel));

        driver = await PipelineDriver.SentAsync();
        mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Clarification));
        var died = driver.Start(register: new WatchedRegister(driver.Register, _ => throw new CrashException()));
        await Should.ThrowAsync<CrashException>(() => died.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel));
        await driver.Pipeline.Letters.AnswerAsync(mail, "Clinical contracts only.", Some.Person, PipelineDriver.Cancel);
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        await driver.SendAsync();
        var letter = System.Text.Encoding.UTF8.GetString(driver.Mailbox.Attempts[^1].Raw.Span);
        letter.ShouldContain("Clinical contracts only.");
        letter.ShouldNotContain("All contracts.");
    }

    [Fact]
    public async Task A_letter_of_ours_that_nobody_asked_for_does_not_start_the_time_again()
    {
        var driver = await PipelineDriver.SentAsync();
        var before = (await driver.StandingAsync("02N")).Clock.Strict;
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Acknowledgement));
        await driver.Pipeline.Letters.AnswerAsync(mail, "Thank you.", Some.Person, PipelineDriver.Cancel);
        await driver.SendAllAsync();
        (await driver.StandingAsync("02N")).Clock.Strict.ShouldBe(before);
    }

    [Fact]
    public async Task A_letter_sent_again_takes_nothing_back_from_one_that_was_delivered()
    {
        var driver = await PipelineDriver.SentAsync();
        var before = (await driver.StandingAsync("02N")).Clock;
        await driver.Pipeline.Letters.ResendAsync(Some.Id("02N"), "new@airedaleccg.example", Some.Person, PipelineDriver.Cancel);
        (await driver.StandingAsync("02N")).Clock.ShouldBe(before);
        driver.Mailbox.Fate = (_, _) => Fate.Refuse;
        await driver.SendAllAsync();
        (await driver.StandingAsync("02N")).Clock.Strict.ShouldBe(before.Strict);
    }

    [Fact]
    public async Task What_was_done_leaves_the_list_and_stays_a_reply()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Clarification));
        await driver.Pipeline.Settle.RunAsync(mail, "telephoned", Some.Person, PipelineDriver.Cancel);
        await driver.Pipeline.Settle.RunAsync(mail, "telephoned", Some.Person, PipelineDriver.Cancel);
        (await driver.TriageAsync()).ShouldBeEmpty();
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Detached.ShouldBeFalse();
        var (other, doubtful) = await UnattributedAsync();
        await Should.ThrowAsync<TriageException>(() => other.Pipeline.Settle.RunAsync(doubtful, "done", Some.Person, PipelineDriver.Cancel));
    }

    [Theory]
    [InlineData("attach")]
    [InlineData("set-aside")]
    [InlineData("judge")]
    [InlineData("answer")]
    public async Task A_command_that_dies_at_any_call_and_is_given_again_ends_as_if_it_had_not_died(string command)
    {
        byte[] raw = command == "answer" ? SomeMail.Reply("02N", SomeMail.Clarification) : SomeMail.Reply("02N", SomeMail.FullAnswer);
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            async () =>
            {
                var driver = await PipelineDriver.SentAsync();
                await driver.ReceiveAsync(raw);
                return driver;
            },
            async (driver, crash) => await GiveAsync(driver, driver.Start(crash), command, await driver.MailAsync(raw)),
            async driver =>
            {
                driver.Clock.Advance(TimeSpan.FromMinutes(1));
                await GiveAsync(driver, driver.Pipeline, command, await driver.MailAsync(raw));
                await driver.SendAllAsync();
                await CheckAsync(driver, command);
            });
        deaths.ShouldBeGreaterThan(4);
    }

    private static async Task GiveAsync(PipelineDriver driver, Composition.Pipeline by, string command, MailState mail)
    {
        switch (command)
        {
            case "attach":
                await by.Attach.RunAsync(mail, [Some.Id("99E"), Some.Id("07G")], Some.Person, PipelineDriver.Cancel);
                break;
            case "set-aside":
                await by.SetAside.RunAsync(mail, "no", Some.Person, PipelineDriver.Cancel);
                break;
            case "judge":
                await by.Judge.RunAsync(mail, ReplyKind.Refusal, Some.Person, PipelineDriver.Cancel);
                break;
            default:
                await by.Letters.AnswerAsync(mail, "All contracts.", Some.Person, PipelineDriver.Cancel);
                break;
        }
    }

    private static async Task CheckAsync(PipelineDriver driver, string command)
    {
        var standings = new List<Outcome>();
        foreach (var authority in new[] { "02N", "99E", "07G" })
        {
            standings.Add((await driver.StandingAsync(authority)).Outcome);
        }

        standings.ShouldBe(command switch
        {
            "attach" => [Outcome.None, Outcome.Full, Outcome.Full],
            "judge" => [Outcome.Refused, Outcome.None, Outcome.None],
            _ => [Outcome.None, Outcome.None, Outcome.None],
        });
        (await driver.TriageAsync()).ShouldBeEmpty();
        driver.Mailbox.Accepted.Count.ShouldBe(command == "answer" ? 4 : 3);
        (await driver.RequestAsync("02N")).Letters.Count(l => l.Id.Kind == LetterKind.Clarification).ShouldBe(command == "answer" ? 1 : 0);
    }

    private static async Task<(PipelineDriver Driver, MailState Mail)> UnattributedAsync()
    {
        var driver = await PipelineDriver.SentAsync();
        return (driver, await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false)));
    }

    private static async Task AttachAsync(PipelineDriver driver, MailState mail, params string[] codes)
    {
        driver.Clock.Advance(TimeSpan.FromSeconds(1));
        await driver.Pipeline.Attach.RunAsync(await ReloadAsync(driver, mail), [.. codes.Select(AuthorityId.Parse)], Some.Person, PipelineDriver.Cancel);
    }

    private static Task<MailState> ReloadAsync(PipelineDriver driver, MailState mail) => driver.Book.Mails.LoadAsync(mail.Mail, PipelineDriver.Cancel);
}
