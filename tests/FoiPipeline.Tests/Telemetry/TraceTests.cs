using System.Diagnostics;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Telemetry;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Telemetry;

public sealed class TraceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replys_whole_way_through_several_processes_is_one_trace()
    {
        var driver = await PipelineDriver.SentAsync();
        using var recording = new Recording();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        await GoAsync(driver, raw);

        var id = PipelineDriver.IdOf(raw);
        var spans = recording.Spans.Where(s => s.TraceId.ToHexString() == id[..32]).ToList();
        spans.Select(s => s.OperationName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "ExtractReply", "IngestMail", "collect mail", "deliver reply", "deliver reply", "extract reply", "extract text", "ingest mail", "judge reply", "match mail", "read mail",
        ]);
        var known = spans.Select(s => s.SpanId).Append(ActivitySpanId.CreateFromString(id.AsSpan(32, 16))).ToHashSet();
        spans.ShouldAllBe(s => known.Contains(s.ParentSpanId));
        spans.Where(s => s.HasRemoteParent).Select(s => s.OperationName).Order(StringComparer.Ordinal).ShouldBe(["ExtractReply", "IngestMail", "collect mail"]);
    }

    [Fact]
    public async Task What_a_timer_sets_going_is_linked_to_its_ring()
    {
        var driver = await PipelineDriver.SentAsync();
        using var recording = new Recording();
        driver.Mailbox.Deliver(SomeMail.Reply("02N", SomeMail.FullAnswer));
        await driver.Start().RingAsync(new FunctionCall("CollectMail", ""), Cancel);
        var ring = recording.Spans.Single(s => s.OperationName == "CollectMail");
        ring.GetTagItem(TagNames.FunctionTrigger).ShouldBe("timer");
        recording.Spans.Single(s => s.OperationName == "collect mail").Links.ShouldHaveSingleItem().Context.ShouldBe(ring.Context);
    }

    [Fact]
    public async Task A_letters_attempts_are_one_trace_whoever_makes_them()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.Fate = (_, attempt) => attempt == 1 ? Fate.Defer : Fate.Accept;
        using var recording = new Recording();
        await driver.SendAllAsync();
        var letter = Some.Letter("02N");
        var sent = recording.Spans.Where(s => s.TraceId == TraceOrigin.OfLetter(letter).TraceId).ToList();
        sent.Select(s => s.OperationName).ShouldBe(["send letter", "send letter"]);
        sent.ShouldAllBe(s => (string?)s.GetTagItem(TagNames.Letter) == letter.ToString());
    }

    [Fact]
    public async Task No_span_tells_a_subject_an_address_or_content()
    {
        var driver = await PipelineDriver.SentAsync();
        using var recording = new Recording();
        await GoAsync(driver, SomeMail.Reply("02N", SomeMail.FullAnswer, from: "jane.roe@02n.example", subject: "Secret subject", extra: "X-Words: deepest secret\n"));
        await driver.Start().Watch.RunAsync(Cancel);
        recording.Spans.Count.ShouldBeGreaterThan(10);
        foreach (var word in recording.Spans.SelectMany(s => s.TagObjects.Select(t => $"{t.Value}").Append(s.StatusDescription ?? "").Append(s.OperationName)))
        {
            word.ShouldNotContain("@");
            word.ShouldNotContain("ecret");
            word.ShouldNotContain("social");
        }
    }

    [Fact]
    public async Task A_step_that_fails_says_what_kind_of_failure_and_not_its_words()
    {
        var driver = await PipelineDriver.SentAsync();
        using var recording = new Recording();
        await Should.ThrowAsync<StoreUnavailableException>(() => driver.Pipeline.Extract.RunAsync(new string('a', 64), Cancel));
        var span = recording.Spans.ShouldHaveSingleItem();
        (span.Status, span.GetTagItem(TagNames.ErrorType)).ShouldBe((ActivityStatusCode.Error, typeof(StoreUnavailableException).FullName));
        span.StatusDescription.ShouldBe(nameof(StoreUnavailableException));
        recording.Of("foi.step.duration").ShouldHaveSingleItem().Tags.ShouldContain("error.type=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no hash")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_mails_id_has_no_trace_of_its_own(string id) => TraceOrigin.OfMail(id).ShouldBe(default);

    /// <summary>Each step in a process of its own, as the host may have it.</summary>
    private static async Task GoAsync(PipelineDriver driver, byte[] raw)
    {
        driver.Mailbox.Deliver(raw);
        await driver.Start().Collect.RunAsync(Cancel);
        await driver.Start().RingAsync(new FunctionCall("IngestMail", $"inbox/{PipelineDriver.IdOf(raw)}.eml"), Cancel);
        var item = await driver.Queue.ReceiveAsync(ReplyMessages.ExtractQueue, TimeSpan.FromMinutes(1), 5, Cancel);
        await driver.Start().RingAsync(new FunctionCall("ExtractReply", item!.Message), Cancel);
        await driver.Queue.CompleteAsync(item, Cancel);
    }
}
