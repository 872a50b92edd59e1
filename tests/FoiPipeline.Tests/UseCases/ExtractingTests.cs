using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Tests.UseCases;

public sealed class ExtractingTests
{
    [Fact]
    public async Task An_answer_is_judged_and_queued_once_however_often_its_message_comes()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        await driver.Pipeline.Extract.RunAsync(mail.Mail, PipelineDriver.Cancel);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => driver.Start().Extract.RunAsync(mail.Mail, PipelineDriver.Cancel), PipelineDriver.Cancel)));
        var reply = (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem();
        (reply.Kind, reply.Judgements, reply.Queued).ShouldBe((ReplyKind.Full, 1, true));
        (await driver.QueuedForClassificationAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mail_that_is_not_taken_in_yet_is_not_read()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        driver.Mailbox.Deliver(raw);
        await driver.CollectAsync();
        await Should.ThrowAsync<StoreUnavailableException>(() => driver.Pipeline.Extract.RunAsync(PipelineDriver.IdOf(raw), PipelineDriver.Cancel));
        await driver.WorkOffAsync();
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Queued.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_rules_are_not_sure_of_goes_to_a_person_and_not_to_the_queue()
    {
        var driver = await PipelineDriver.SentAsync();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", "Hello,\n\nas discussed.\n\nBob"));
        mail.Confidence.ShouldBeLessThan(Judgement.PersonBelow);
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.DoubtfulKind);
        (await driver.QueuedForClassificationAsync()).ShouldBeEmpty();
        (await driver.StandingAsync("02N")).Outcome.ShouldBe(Outcome.None);
    }

    [Fact]
    public async Task A_persons_judgement_stands_against_a_rule_that_comes_later()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.Acknowledgement);
        await driver.PutAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), raw);
        await driver.Pipeline.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), PipelineDriver.Cancel);
        await driver.Pipeline.Judge.RunAsync(await driver.MailAsync(raw), ReplyKind.Refusal, Some.Person, PipelineDriver.Cancel);
        await driver.WorkOffAsync();
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Kind.ShouldBe(ReplyKind.Refusal);
        (await driver.MailAsync(raw)).Kind.ShouldBe(ReplyKind.Refusal);
    }

    [Theory]
    [InlineData("failed", "5.1.1", "foi@airedaleccg.example", true, Delivery.Bounced)]
    [InlineData("failed", "5.1.1", "foi@airedaleccg.example", false, Delivery.Bounced)]
    [InlineData("failed", "5.1.1", "jane.moved@elsewhere.example", false, Delivery.Bounced)]
    [InlineData("delayed", "4.4.1", "foi@airedaleccg.example", true, Delivery.Sent)]
    public async Task A_letter_has_come_back_when_a_report_gives_up_and_not_when_it_tries_on(string action, string status, string recipient, bool named, Delivery delivery)
    {
        var driver = await PipelineDriver.SentAsync();
        var letter = (await driver.RequestAsync("02N")).Letters[0];
        await driver.ReceiveAsync(SomeMail.Report("02N", action, status, recipient, named ? letter.MessageId : null));
        (await driver.RequestAsync("02N")).Letters[0].Delivery.ShouldBe(delivery);
        var standing = await driver.StandingAsync("02N");
        standing.Clock.Run.ShouldBe(delivery == Delivery.Bounced ? ClockRun.NotStarted : ClockRun.Running);
        (await driver.TriageAsync()).Count(t => t.Type == TriageType.Bounce).ShouldBe(delivery == Delivery.Bounced ? 1 : 0);
    }

    [Fact]
    public async Task A_second_report_on_the_first_letter_says_nothing_of_the_one_sent_after_it()
    {
        var driver = await PipelineDriver.SentAsync();
        var first = (await driver.RequestAsync("02N")).Letters[0];
        await driver.ReceiveAsync(SomeMail.Report("02N", "failed", "5.1.1", first.To, first.MessageId));
        await driver.Pipeline.Letters.ResendAsync(Some.Id("02N"), "new@airedaleccg.example", Some.Person, PipelineDriver.Cancel);
        await driver.SendAllAsync();
        await driver.ReceiveAsync(SomeMail.Report("02N", "failed", "5.4.7", "", first.MessageId));
        await driver.ReceiveAsync(SomeMail.Report("02N", "failed", "5.4.7", first.To, null));
        (await driver.RequestAsync("02N")).Letters[1].Delivery.ShouldBe(Delivery.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_taken_back_by_a_person_lets_the_letter_count_as_delivered_and_given_again_as_come_back(bool setAside)
    {
        var driver = await PipelineDriver.SentAsync();
        var letter = (await driver.RequestAsync("02N")).Letters[0];
        var mail = await driver.ReceiveAsync(SomeMail.Report("02N", "failed", "5.1.1", letter.To, letter.MessageId));
        await (setAside
            ? driver.Pipeline.SetAside.RunAsync(mail, "a test of theirs", Some.Person, PipelineDriver.Cancel)
            : driver.Pipeline.Judge.RunAsync(mail, ReplyKind.Other, Some.Person, PipelineDriver.Cancel));
        (await driver.StandingAsync("02N")).Clock.Run.ShouldBe(ClockRun.Running);
        (await driver.TriageAsync()).ShouldBeEmpty();
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        if (!setAside)
        {
            await driver.Pipeline.Judge.RunAsync(await driver.Book.Mails.LoadAsync(mail.Mail, PipelineDriver.Cancel), ReplyKind.Bounce, Some.Person, PipelineDriver.Cancel);
            (await driver.StandingAsync("02N")).Clock.Run.ShouldBe(ClockRun.NotStarted);
        }
    }

    [Fact]
    public async Task A_missing_tool_leaves_the_message_and_the_mail_as_they_were()
    {
        var driver = await PipelineDriver.SentAsync();
        driver.Extractor.ToolMissing = true;
        var raw = SomeMail.Raw(
            "From: a@x.example\nTo: foi+" + Core.Letters.ReplyToken.For(new Core.Rounds.Reference("SV16", Some.Id("02N"))) + "@healthy.example\nMessage-ID: <p@x.example>\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlease see the attached letter.\n--b\n"
            + "Content-Type: application/pdf; name=answer.pdf\nContent-Disposition: attachment; filename=answer.pdf\n\n%PDF-1.4\n--b--");
        driver.Mailbox.Deliver(raw);
        await driver.CollectAsync();
        await Should.ThrowAsync<ToolMissingException>(() => driver.WorkOffAsync());
        (await driver.Queue.CountAsync(ReplyMessages.ExtractQueue, PipelineDriver.Cancel)).ShouldBe(1);
        (await driver.MailAsync(raw)).Reading.ShouldBeNull();
        driver.Extractor.ToolMissing = false;
        driver.Clock.Advance(TimeSpan.FromMinutes(11));
        await driver.WorkOffAsync();
        (await driver.TriageAsync()).ShouldHaveSingleItem().Type.ShouldBe(TriageType.Unreadable);
    }

    [Fact]
    public async Task A_mail_attached_elsewhere_while_it_is_being_read_is_credited_there_and_judged_there()
    {
        foreach (var moment in new[] { "mail/", "request/" })
        {
            var driver = await PipelineDriver.SentAsync();
            var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
            await driver.PutAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), raw);
            await driver.Pipeline.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), PipelineDriver.Cancel);
            var attached = false;
            var reader = driver.Start(register: new WatchedRegister(driver.Register, async stream =>
            {
                if (!attached && stream.Value.StartsWith(moment, StringComparison.Ordinal))
                {
                    attached = true;
                    driver.Clock.Advance(TimeSpan.FromSeconds(1));
                    await driver.Pipeline.Attach.RunAsync(await driver.MailAsync(raw), [Some.Id("99E")], Some.Person, PipelineDriver.Cancel);
                }
            }));
            await reader.Extract.RunAsync(PipelineDriver.IdOf(raw), PipelineDriver.Cancel);
            attached.ShouldBeTrue();
            (await driver.RequestAsync("02N")).Replies.ShouldAllBe(r => r.Detached, moment);
            (await driver.RequestAsync("99E")).Replies.ShouldHaveSingleItem().Kind.ShouldBe(ReplyKind.Full, moment);
            (await driver.StandingAsync("99E")).IsAnswered.ShouldBeTrue();
            (await driver.StandingAsync("02N")).IsAnswered.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_mail_read_while_it_is_being_attached_is_judged_where_it_is_attached()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        await driver.PutAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), raw);
        await driver.Pipeline.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), PipelineDriver.Cancel);
        var person = driver.Start(register: new WatchedRegister(driver.Register, async stream =>
        {
            if (stream.Value.StartsWith("mail/", StringComparison.Ordinal))
            {
                await driver.Pipeline.Extract.RunAsync(PipelineDriver.IdOf(raw), PipelineDriver.Cancel);
            }
        }));
        await person.Attach.RunAsync(await driver.MailAsync(raw), [Some.Id("99E")], Some.Person, PipelineDriver.Cancel);
        (await driver.StandingAsync("99E")).IsAnswered.ShouldBeTrue();
        (await driver.StandingAsync("02N")).IsAnswered.ShouldBeFalse();
    }
}
