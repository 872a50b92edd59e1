using Azure.Storage.Blobs;
using FoiPipeline.Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Lists longer than a service gives at once: more than 1,000 pages, of one row each, and lists of several full pages.</summary>
public sealed class ManyPagesTests(Azurite azurite)
{
    private const int Many = 1100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Streams_on_a_thousand_pages_and_worklists_on_a_hundred_are_complete_and_in_order()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await SeedAsync(account, Many);
        await using var lines = new FaultyAccount(account);
        var register = new TableRegister(Table(lines.Account), account.Open().Documents, account.Name) { PageSize = 1 };
        var worklists = new TableRegister(Table(account), account.Open().Documents, account.Name) { PageSize = 11 };

        (await register.ListAsync("request/", Cancel).Select(s => s.Stream.Value).ToListAsync(Cancel)).ShouldBe(Names(Many));
        lines.Tables.Requests.Count.ShouldBeGreaterThan(1000);

        (await worklists.ListWorkAsync("outbox", null, Cancel).Select(s => s.Stream.Value).ToListAsync(Cancel)).ShouldBe(Names(Many).Reverse());
        (await worklists.ListWorkAsync("outbox", SortKey(Many - 3), Cancel).Select(s => s.Stream.Value).ToListAsync(Cancel)).ShouldBe(Names(Many).Reverse().Take(3));
    }

    [Fact]
    public async Task A_worklist_of_450_streams_is_read_while_each_is_taken_off_it()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await SeedAsync(account, 450);
        var register = account.Open().Register;
        var seen = new List<string>();

        await foreach (var stream in register.ListWorkAsync("outbox", null, Cancel))
        {
            seen.Add(stream.Stream.Value);
            (await register.AppendAsync(stream.Stream, stream.Version, [new StoredEvent("sending", "{}")], new StoredSummary("{}", []), Cancel))
                .ShouldBe(AppendOutcome.Appended);
        }

        seen.ShouldBe(Names(450).Reverse());
        (await register.ListWorkAsync("outbox", null, Cancel).CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Events_on_several_pages_are_read_in_the_order_of_appending()
    {
        var account = await azurite.NewPreparedAccountAsync();
        var register = new TableRegister(Table(account), account.Open().Documents, account.Name) { PageSize = 7 };
        var stream = new StreamId("request/02N");
        for (var version = 0; version < 200; version += RegisterRules.MaxEvents)
        {
            StoredEvent[] events = [.. Enumerable.Range(version, RegisterRules.MaxEvents).Select(i => new StoredEvent($"event {i}", $"{i}"))];
            (await register.AppendAsync(stream, version, events, new StoredSummary("{}", []), Cancel)).ShouldBe(AppendOutcome.Appended);
        }

        (await register.ReadEventsAsync(stream, Cancel).Select(e => e.Json).ToListAsync(Cancel)).ShouldBe(Enumerable.Range(0, 200).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Documents_on_a_thousand_pages_are_complete_and_in_order()
    {
        var account = await azurite.NewPreparedAccountAsync();
        var names = Enumerable.Range(0, Many).Select(i => $"inbox/{i:0000}.eml").ToList();
        var store = account.Open().Documents;
        await Parallel.ForEachAsync(names, Cancel, async (name, cancel) => await store.PutIfAbsentAsync(name, new MemoryStream([1]), cancel));
        await using var lines = new FaultyAccount(account);
        var paged = new BlobDocumentStore(new BlobServiceClient(lines.Account.ConnectionString), account.Name, mayCreate: false) { PageSize = 1 };

        (await paged.ListAsync("inbox/", Cancel).Select(d => d.Name).ToListAsync(Cancel)).ShouldBe(names);

        lines.Blobs.Requests.Count.ShouldBeGreaterThan(1000);
        (await store.ListAsync("inbox/1", Cancel).CountAsync(Cancel)).ShouldBe(100);
    }

    /// <summary>One event a stream, and a place on a worklist that runs the other way.</summary>
    private static async Task SeedAsync(EmulatedAccount account, int streams)
    {
        var register = account.Open().Register;
        await Parallel.ForEachAsync(Enumerable.Range(0, streams), Cancel, async (i, cancel) =>
            await register.AppendAsync(new StreamId($"request/{i:0000}"), 0, [new StoredEvent("opened", "{}")], new StoredSummary("{}", [new ListEntry("outbox", SortKey(i))]), cancel));
    }

    private static IEnumerable<string> Names(int streams) => Enumerable.Range(0, streams).Select(i => $"request/{i:0000}");

    private static string SortKey(int i) => $"{9999 - i:0000}";

    private static TableClient Table(EmulatedAccount account) => new TableServiceClient(account.ConnectionString).GetTableClient(StorageLayout.RegisterTable);
}
