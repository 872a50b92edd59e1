using FoiPipeline.Core.Replies;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Telemetry;

public sealed class MetricTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Letters_are_counted_by_how_they_ended_and_a_second_run_counts_nothing()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.Fate = (mail, _) => mail.EnvelopeTo.StartsWith("foi@thurrock", StringComparison.Ordinal) ? Fate.Refuse : Fate.Accept;
        using var recording = new Recording();
        await driver.SendAllAsync();
        await driver.SendAllAsync();
        recording.Of("foi.letters").Select(m => m.Tags).Order(StringComparer.Ordinal).ShouldBe(
        [
            "foi.letter.kind=Initial foi.letter.outcome=Refused", "foi.letter.kind=Initial foi.letter.outcome=Sent", "foi.letter.kind=Initial foi.letter.outcome=Sent",
        ]);
    }

    [Fact]
    public async Task A_reply_is_counted_once_by_the_rung_that_matched_it_and_once_by_its_kind()
    {
        var driver = await PipelineDriver.SentAsync();
        using var recording = new Recording();
        var mail = await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        await driver.Start().Ingest.RunAsync($"inbox/{mail.Mail}.eml", Cancel);
        await driver.Start().Extract.RunAsync(mail.Mail, Cancel);
        recording.Of("foi.mails.ingested").ShouldHaveSingleItem().Tags.ShouldMatch("^foi.match.doubt=none foi.match.rung=\\w+$");
        recording.Of("foi.replies").ShouldHaveSingleItem().Tags.ShouldBe("foi.judged.by=rule foi.reply.kind=Full");

        await driver.Pipeline.Judge.RunAsync(await driver.Book.Mails.LoadAsync(mail.Mail, Cancel), ReplyKind.Partial, Some.Person, Cancel);
        recording.Of("foi.replies")[^1].Tags.ShouldBe("foi.judged.by=person foi.reply.kind=Partial");
    }

    [Fact]
    public async Task The_watch_shows_what_waits_and_zero_where_nothing_does()
    {
        var driver = await PipelineDriver.SentAsync();
        driver.Mailbox.Deliver(SomeMail.Reply("02N", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false));
        await driver.CollectAsync();
        driver.Clock.Advance(TimeSpan.FromMinutes(20));
        using var recording = new Recording();
        await driver.Pipeline.Watch.RunAsync(Cancel);
        recording.Of("foi.mail.oldest_untouched.age").ShouldBe([(1200, "")]);
        recording.Of("foi.triage.length").ShouldBe([(0, "")]);

        await driver.WorkOffAsync();
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        await driver.Queue.SendAsync(ReplyMessages.ExtractQueue, "{}", Cancel);
        driver.Clock.Advance(TimeSpan.FromMinutes(2));
        await driver.Pipeline.Watch.RunAsync(Cancel);
        recording.Of("foi.mail.oldest_untouched.age")[^1].ShouldBe((0, ""));
        recording.Of("foi.triage.length")[^1].ShouldBe((1, ""));
        recording.Of("foi.triage.oldest.age")[^1].Value.ShouldBe(TimeSpan.FromMinutes(23).TotalSeconds);
        recording.Of("foi.queue.length").ShouldContain((1, "messaging.destination.name=extract"));
        recording.Of("foi.queue.age").ShouldContain((120, "messaging.destination.name=extract"));
        recording.Of("foi.letters.open").ShouldContain((0, "foi.letter.outcome=Queued"));
    }
}
