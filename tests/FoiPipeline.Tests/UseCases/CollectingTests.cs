using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.UseCases;

public sealed class CollectingTests
{
    [Fact]
    public async Task The_cursor_moves_only_after_the_bytes_are_stored_and_what_came_is_not_asked_for_again()
    {
        var driver = await WithMailAsync();
        (await driver.CollectAsync()).ShouldBe(3);
        (await CursorAsync(driver)).ShouldBe("3");
        (await driver.CollectAsync()).ShouldBe(0);
        driver.Mailbox.Deliver(Mail(3));
        (await driver.CollectAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_breaks_costs_only_doing_it_again()
    {
        var driver = await WithMailAsync();
        driver.Mailbox.BreakAfter = 2;
        await Should.ThrowAsync<IOException>(() => driver.CollectAsync());
        (await CursorAsync(driver)).ShouldBeNull();
        (await driver.NamesAsync("inbox/")).Count.ShouldBe(2);
        (await driver.CollectAsync()).ShouldBe(1);
        (await driver.NamesAsync("inbox/")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_bytes_delivered_twice_are_one_mail()
    {
        var driver = await PipelineDriver.SentAsync();
        driver.Mailbox.Deliver(Mail(0));
        driver.Mailbox.Deliver(Mail(0));
        (await driver.CollectAsync()).ShouldBe(1);
        await driver.WorkOffAsync();
        (await driver.RequestAsync("02N")).Replies.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Collectors_at_once_lose_nothing_and_never_set_the_cursor_back()
    {
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var driver = await WithMailAsync(60);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => driver.CollectAsync(driver.Start()), PipelineDriver.Cancel)));
            (await driver.NamesAsync("inbox/")).Count.ShouldBe(60);
            await driver.CollectAsync();
            (await CursorAsync(driver)).ShouldBe("60");
        }
    }

    [Fact]
    public async Task A_process_that_dies_at_any_call_loses_no_mail()
    {
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            () => WithMailAsync(),
            (driver, crash) => driver.CollectAsync(driver.Start(crash)),
            async driver =>
            {
                await driver.CollectAsync();
                (await driver.NamesAsync("inbox/")).Count.ShouldBe(3);
                (await CursorAsync(driver)).ShouldBe("3");
                for (var i = 0; i < 3; i++)
                {
                    (await driver.MailAsync(Mail(i))).ReceivedAt.ShouldBe(SomeMail.Monday.AddMinutes(i));
                }
            });
        deaths.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task The_day_a_mail_came_is_the_mail_servers_even_if_it_is_taken_in_the_moment_it_is_stored()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer, at: SomeMail.Monday.AddDays(-300));
        driver.Mailbox.Deliver(raw, SomeMail.Monday);
        await driver.CollectAsync(driver.Start(documents: new RingingDocuments(driver)));
        (await driver.MailAsync(raw)).ReceivedAt.ShouldBe(SomeMail.Monday);
        (await driver.RequestAsync("02N")).Replies.ShouldHaveSingleItem().ReceivedAt.ShouldBe(SomeMail.Monday);
    }

    private static byte[] Mail(int i) => SomeMail.Reply("02N", $"{SomeMail.FullAnswer}\n{i}", messageId: $"<m{i}@x.example>");

    private static async Task<string?> CursorAsync(PipelineDriver driver) => (await driver.Book.Marks.LoadAsync("mailbox/main", PipelineDriver.Cancel)).Cursor;

    private static async Task<PipelineDriver> WithMailAsync(int mails = 3)
    {
        var driver = await PipelineDriver.OpenedAsync(Some.Round(Some.Authority("02N", "Airedale")));
        for (var i = 0; i < mails; i++)
        {
            driver.Mailbox.Deliver(Mail(i), SomeMail.Monday.AddMinutes(i));
        }

        return driver;
    }

    /// <summary>Rings the ingest as soon as a document is there, as both the clockwork and the Functions host may.</summary>
    private sealed class RingingDocuments(PipelineDriver driver) : IDocumentStore
    {
        public async Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel)
        {
            var put = await driver.Documents.PutIfAbsentAsync(name, content, cancel);
            if (name.StartsWith("inbox/", StringComparison.Ordinal))
            {
                await driver.Pipeline.Ingest.RunAsync(name, cancel);
            }

            return put;
        }

        public Task<Stream?> OpenAsync(string name, CancellationToken cancel) => driver.Documents.OpenAsync(name, cancel);

        public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel) => driver.Documents.ListAsync(prefix, cancel);
    }
}
