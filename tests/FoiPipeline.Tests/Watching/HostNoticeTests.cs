using FoiPipeline.Core.Replies;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Watching;

public sealed class HostNoticeTests
{
    private const string HostQueue = "webjobs-blobtrigger-poison";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_host_gave_up_is_shown_to_a_person_under_its_documents_name()
    {
        var driver = await PipelineDriver.OpenedAsync();
        await SendAsync(driver, Notice("inbox", "Reply from Leeds (2).eml"));
        (await driver.Pipeline.Watch.RunAsync(Cancel)).Notices.ShouldBe(1);
        (await driver.Queue.CountAsync(HostQueue, Cancel)).ShouldBe(0);
        var item = (await driver.TriageAsync()).ShouldHaveSingleItem();
        (item.Subject, item.Actions.ShouldHaveSingleItem()).ShouldBe(("inbox/Reply from Leeds (2).eml", "foi retry"));
    }

    [Fact]
    public async Task A_document_given_up_twice_is_shown_once()
    {
        var driver = await PipelineDriver.OpenedAsync();
        await SendAsync(driver, Notice("inbox", "a.eml"), Notice("inbox", "a.eml"));
        await driver.Pipeline.Watch.RunAsync(Cancel);
        await SendAsync(driver, Notice("inbox", "a.eml"));
        await driver.Pipeline.Watch.RunAsync(Cancel);
        (await driver.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).ShouldBe(["inbox/a.eml"]);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"ContainerName":"inbox"}""")]
    [InlineData("""{"ContainerName":"inbox","BlobName":17}""")]
    [InlineData("""{"ContainerName":"inbox","BlobName":"../round/round.json"}""")]
    [InlineData("""{"ContainerName":"letters","BlobName":"a.eml"}""")]
    public async Task A_notice_that_cannot_be_understood_is_shown_as_it_is_and_never_lost(string notice)
    {
        var driver = await PipelineDriver.OpenedAsync();
        await SendAsync(driver, notice);
        await driver.Pipeline.Watch.RunAsync(Cancel);
        var shown = (await driver.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).ShouldHaveSingleItem();
        shown.ShouldBe(notice.Length == 0 ? "(an empty notice of the Functions host)" : notice);
        (await driver.TriageAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_notice_of_any_length_fits()
    {
        var driver = await PipelineDriver.OpenedAsync();
        await SendAsync(driver, new string('x', 40_000));
        await driver.Pipeline.Watch.RunAsync(Cancel);
        (await driver.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).ShouldHaveSingleItem().Length.ShouldBe(1000);
    }

    private static string Notice(string container, string blob) =>
        $$"""{"FunctionId":"Host.Functions.IngestMail","BlobType":"BlockBlob","ContainerName":"{{container}}","BlobName":"{{blob}}","ETag":"\"0x8DC\""}""";

    private static async Task SendAsync(PipelineDriver driver, params string[] notices)
    {
        foreach (var notice in notices)
        {
            await driver.Queue.SendAsync(HostQueue, notice, Cancel);
        }
    }
}
