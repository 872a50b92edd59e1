using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Tests.UseCases;

public sealed class JournalTests
{
    public static TheoryData<Type> RequestEvents => Family<RequestEvent>();

    public static TheoryData<Type> MailEvents => Family<MailEvent>();

    public static TheoryData<Type> MarkEvents => Family<MarkEvent>();

    [Theory]
    [MemberData(nameof(RequestEvents))]
    public void Every_event_of_a_request_is_read_as_it_was_written(Type type) => RoundTrip<RequestEvent>(type, CoreJson.Default.RequestEvent);

    [Theory]
    [MemberData(nameof(MailEvents))]
    public void Every_event_of_a_mail_is_read_as_it_was_written(Type type) => RoundTrip<MailEvent>(type, CoreJson.Default.MailEvent);

    [Theory]
    [MemberData(nameof(MarkEvents))]
    public void Every_mark_is_read_as_it_was_written(Type type) => RoundTrip<MarkEvent>(type, CoreJson.Default.MarkEvent);

    [Theory]
    [MemberData(nameof(RequestEvents))]
    public void Every_event_of_a_request_is_told_in_words(Type type)
    {
        var line = RequestStory.Tell((RequestEvent)Sample.Of(type));
        line.What.ShouldNotBe(type.Name);
        line.What.Length.ShouldBeGreaterThan(10);
        line.What.TrimEnd().ShouldNotContain("FoiPipeline.");
        line.Who.ShouldBe("Ann");
    }

    [Fact]
    public void States_are_read_as_they_were_written()
    {
        var request = (RequestState)Sample.Of(typeof(RequestState));
        JsonSerializer.Serialize(JsonSerializer.Deserialize(JsonSerializer.Serialize(request, CoreJson.Default.RequestState), CoreJson.Default.RequestState)!, CoreJson.Default.RequestState)
            .ShouldBe(JsonSerializer.Serialize(request, CoreJson.Default.RequestState));
        request.Replies.ShouldNotBeEmpty();
        var mail = (MailState)Sample.Of(typeof(MailState));
        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(mail, CoreJson.Default.MailState), CoreJson.Default.MailState)!;
        Sample.SameProperties(again, mail);
        var mark = (MarkState)Sample.Of(typeof(MarkState));
        Sample.SameProperties(JsonSerializer.Deserialize(JsonSerializer.Serialize(mark, CoreJson.Default.MarkState), CoreJson.Default.MarkState)!, mark);
    }

    [Fact]
    public async Task Rebuilding_finds_a_healthy_register_healthy_and_mends_a_damaged_summary_with_its_worklists()
    {
        var driver = await PipelineDriver.OpenedAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer, from: "someone@unknown.example", toToken: false));
        var rebuild = new RebuildSummaries(driver.Register);
        (await rebuild.RunAsync(PipelineDriver.Cancel)).Mended.ShouldBeEmpty();

        var stream = new StreamId("request/02N");
        var healthy = await driver.Register.LoadAsync(stream, PipelineDriver.Cancel);
        var damaged = JournalKinds.Request.Summarise(RequestState.Empty with { Authority = Some.Id("02N"), Reference = "SV16-02N" });
        (await driver.Register.ReplaceSummaryAsync(stream, healthy.Version, damaged, PipelineDriver.Cancel)).ShouldBeTrue();
        (await driver.Pipeline.Send.RunAsync(PipelineDriver.Cancel)).Sent.ShouldBe(2);
        (await rebuild.RunAsync(PipelineDriver.Cancel)).Mended.ShouldBe(["request/02N"]);
        (await driver.Register.LoadAsync(stream, PipelineDriver.Cancel)).SummaryJson.ShouldBe(healthy.SummaryJson);
        await driver.SendAllAsync();
        driver.Mailbox.Accepted.Count.ShouldBe(3);
    }

    private static TheoryData<Type> Family<T>() =>
        [.. typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract)];

    private static void RoundTrip<T>(Type type, JsonTypeInfo<T> json)
        where T : JournalEvent
    {
        var happening = (T)Sample.Of(type);
        var again = JsonSerializer.Deserialize(JsonSerializer.Serialize(happening, json), json)!;
        again.ShouldBeOfType(type);
        again.Key.ShouldBe(happening.Key);
        Sample.SameProperties(again, happening);
        Should.NotThrow(() => RegisterRules.Require(0, [new StoredEvent(happening.Key, "{}")]));
    }
}
