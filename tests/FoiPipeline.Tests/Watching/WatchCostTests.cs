using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Watching;

/// <summary>What a run asks of the store when nothing is wrong: on Azure each call is paid for, 96 runs a day.</summary>
public sealed class WatchCostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task A_run_that_finds_nothing_asks_the_same_however_many_mails_there_are(int mails)
    {
        var driver = await PipelineDriver.SentAsync();
        for (var i = 0; i < mails; i++)
        {
            driver.Mailbox.Deliver(SomeMail.Reply("02N", SomeMail.Acknowledgement));
        }

        await driver.CollectAsync();
        await driver.WorkOffAsync();
        driver.Clock.Advance(TimeSpan.FromHours(1));

        // Documents and mail records: a range each. Three worklists, five queues and the host's.
        var counted = new CountedRegister(driver.Register);
        var pipeline = driver.Start(register: counted);
        await pipeline.Watch.RunAsync(Cancel);
        (counted.Ranges, counted.SingleReads).ShouldBe((4, 0));

        // What is known to be read is not asked for again.
        await pipeline.Watch.RunAsync(Cancel);
        (counted.Ranges, counted.SingleReads).ShouldBe((7, 0));
    }

    [Fact]
    public async Task New_mails_are_asked_for_one_by_one_while_they_are_few()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.Acknowledgement));
        var counted = new CountedRegister(driver.Register);
        var pipeline = driver.Start(register: counted);
        await pipeline.Watch.RunAsync(Cancel);
        driver.Mailbox.Deliver(SomeMail.Reply("99E", SomeMail.Acknowledgement));
        await driver.CollectAsync();
        await pipeline.Watch.RunAsync(Cancel);
        (counted.Ranges, counted.SingleReads).ShouldBe((7, 1));
    }

    private sealed class CountedRegister(InMemoryRegister inner) : IRegister
    {
        public int Ranges { get; private set; }

        public int SingleReads { get; private set; }

        public Task<AppendOutcome> AppendAsync(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel) =>
            inner.AppendAsync(stream, expectedVersion, events, summary, cancel);

        public Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel)
        {
            SingleReads++;
            return inner.LoadAsync(stream, cancel);
        }

        public IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel) => inner.ReadEventsAsync(stream, cancel);

        public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel)
        {
            Ranges++;
            return inner.ListAsync(prefix, cancel);
        }

        public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel)
        {
            Ranges++;
            return inner.ListWorkAsync(list, upTo, cancel);
        }

        public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel) =>
            inner.ReplaceSummaryAsync(stream, version, summary, cancel);
    }
}
