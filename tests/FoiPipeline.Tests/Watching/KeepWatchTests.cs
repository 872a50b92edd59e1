using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Watching;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Watching;

public sealed class KeepWatchTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_rang_nobody_is_taken_in_and_read()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = await MissAsync(driver);
        (await WatchAsync(driver)).TakenIn.ShouldBe(1);
        (await driver.MailAsync(raw)).Authorities.ShouldBe([Some.Id("02N")]);
        (await driver.Queue.CountAsync(ReplyMessages.ExtractQueue, Cancel)).ShouldBe(1);

        await driver.WorkOffAsync();
        var after = await WatchAsync(driver);
        (after.TakenIn, after.Measures.Untouched, after.Measures.Unread).ShouldBe((0, 0, 0));
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Before_its_time_a_mail_is_left_to_the_trigger()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = await MissAsync(driver, HalfAnHour - TimeSpan.FromSeconds(1));
        var report = await WatchAsync(driver);
        (report.TakenIn, report.Measures.Untouched).ShouldBe((0, 1));
        (await driver.MailAsync(raw)).Matched.ShouldBeFalse();
    }

    [Theory]
    [InlineData("inbox/reply.eml")]
    [InlineData("inbox/somebody/Re-FOI.eml")]
    [InlineData("inbox/0000000000000000000000000000000000000000000000000000000000000000.eml")]
    public async Task A_file_dropped_in_under_any_name_is_looked_at_once(string name)
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        await driver.PutAsync(name, raw);
        driver.Clock.Advance(HalfAnHour);
        (await WatchAsync(driver)).TakenIn.ShouldBe(1);
        (await driver.NamesAsync("inbox/")).Count.ShouldBe(2);

        // A process started anew knows it from the receipts.
        (await driver.Start().Watch.RunAsync(Cancel)).TakenIn.ShouldBe(0);
        driver.Clock.Advance(HalfAnHour);
        var report = await WatchAsync(driver);
        (report.TakenIn, report.Measures.Untouched).ShouldBe((1, 0), "the mail under its own hash, in its turn");
        (await driver.MailAsync(raw)).Matched.ShouldBeTrue();
        (await WatchAsync(driver)).TakenIn.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_person_was_shown_is_left_to_the_person_and_counts_as_untouched()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = await MissAsync(driver);
        await driver.Queue.SendAsync(ReplyMessages.IngestPoisonQueue, NameOf(raw), Cancel);
        var report = await WatchAsync(driver);
        (report.TakenIn, report.Measures.Untouched, report.Measures.Triage).ShouldBe((0, 1, 1));
        report.Measures.OldestUntouched.ShouldBe(HalfAnHour);
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others_and_is_a_persons_after_five_times()
    {
        var driver = await PipelineDriver.SentAsync();
        var bad = await MissAsync(driver, TimeSpan.Zero);
        var good = await MissAsync(driver, code: "99E");
        var pipeline = driver.Start(documents: new FailingDocuments(driver.Documents, NameOf(bad)));
        var report = await pipeline.Watch.RunAsync(Cancel);
        report.Failures.ShouldHaveSingleItem().ShouldBe(new WatchFailure(NameOf(bad), FailingDocuments.Problem));
        (await driver.MailAsync(good)).Matched.ShouldBeTrue();

        for (var i = 0; i < IReceipts.MaxAttempts; i++)
        {
            await pipeline.Watch.RunAsync(Cancel);
        }

        (await driver.TriageAsync()).ShouldHaveSingleItem().Subject.ShouldBe(NameOf(bad));
        (await pipeline.Watch.RunAsync(Cancel)).Failures.ShouldBeEmpty();
        (await driver.Queue.CountAsync(ReplyMessages.IngestPoisonQueue, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_taken_in_whose_message_is_gone_is_sent_on_to_be_read()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = await TakenInUnreadAsync(driver);
        (await driver.Queue.ReceiveAsync(ReplyMessages.ExtractQueue, TimeSpan.FromDays(1), 5, Cancel) is { } item && await driver.Queue.CompleteAsync(item, Cancel)).ShouldBeTrue();

        var report = await WatchAsync(driver);
        (report.TakenIn, report.Measures.Unread, report.Measures.OldestUnread).ShouldBe((1, 1, HalfAnHour));
        await driver.WorkOffAsync();
        (await driver.MailAsync(raw)).Reading.ShouldNotBeNull();
    }

    [Fact]
    public async Task While_the_queue_has_work_nothing_is_sent_a_second_time()
    {
        var driver = await PipelineDriver.SentAsync();
        await TakenInUnreadAsync(driver);
        (await WatchAsync(driver)).TakenIn.ShouldBe(0);
        (await driver.Queue.CountAsync(ReplyMessages.ExtractQueue, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_ends_the_same()
    {
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            WorldAsync,
            async (driver, crash) => await driver.Start(crash).Watch.RunAsync(Cancel),
            async driver =>
            {
                driver.Clock.Advance(TimeSpan.FromMinutes(10));
                await driver.Start().Watch.RunAsync(Cancel);
                await driver.Start().Watch.RunAsync(Cancel);
                await CheckAsync(driver);
            });
        deaths.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Two_at_once_end_the_same_as_one()
    {
        var driver = await WorldAsync();
        await Task.WhenAll(driver.Start().Watch.RunAsync(Cancel), driver.Start().Watch.RunAsync(Cancel));
        await CheckAsync(driver);
    }

    [Fact]
    public async Task What_one_run_leaves_the_next_goes_on_with()
    {
        var driver = await PipelineDriver.SentAsync();
        for (var i = 0; i < 503; i++)
        {
            await driver.PutAsync($"inbox/{i}.eml", SomeMail.Raw($"Subject: {i}\n\nhello"));
        }

        driver.Clock.Advance(HalfAnHour);
        var first = await WatchAsync(driver);
        (first.TakenIn, first.LeftForNextRun, first.Measures.Untouched).ShouldBe((500, 3, 3));
        (await WatchAsync(driver)).TakenIn.ShouldBe(3);
    }

    /// <summary>A missed mail, a file dropped in, a notice of the host.</summary>
    private static async Task<PipelineDriver> WorldAsync()
    {
        var driver = await PipelineDriver.SentAsync();
        driver.Mailbox.Deliver(Missed);
        await driver.CollectAsync();
        await driver.PutAsync("inbox/dropped.eml", Dropped);
        await driver.Queue.SendAsync("webjobs-blobtrigger-poison", """{"ContainerName":"inbox","BlobName":"given-up.eml"}""", Cancel);
        driver.Clock.Advance(HalfAnHour);
        return driver;
    }

    private static async Task CheckAsync(PipelineDriver driver)
    {
        await driver.WorkOffAsync();
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().Queued.ShouldBeTrue();
        (await driver.RequestAsync("99E")).Replies.ShouldHaveSingleItem();
        (await driver.Queue.CountAsync("webjobs-blobtrigger-poison", Cancel)).ShouldBe(0);
        (await driver.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).Distinct().ShouldBe(["inbox/given-up.eml"]);
    }

    private static readonly byte[] Missed = SomeMail.Reply("02N", SomeMail.FullAnswer, messageId: "<missed@02n.example>");

    private static readonly byte[] Dropped = SomeMail.Reply("99E", SomeMail.FullAnswer, messageId: "<dropped@99e.example>");

    private static async Task<byte[]> MissAsync(PipelineDriver driver, TimeSpan? ago = null, string code = "02N")
    {
        var raw = SomeMail.Reply(code, SomeMail.FullAnswer);
        driver.Mailbox.Deliver(raw);
        await driver.CollectAsync();
        driver.Clock.Advance(ago ?? HalfAnHour);
        return raw;
    }

    private static async Task<byte[]> TakenInUnreadAsync(PipelineDriver driver)
    {
        var raw = await MissAsync(driver, TimeSpan.Zero);
        await driver.Pipeline.Ingest.RunAsync(NameOf(raw), Cancel);
        driver.Clock.Advance(HalfAnHour);
        return raw;
    }

    private static string NameOf(byte[] raw) => $"inbox/{PipelineDriver.IdOf(raw)}.eml";

    private static Task<WatchReport> WatchAsync(PipelineDriver driver) => driver.Pipeline.Watch.RunAsync(Cancel);
}
