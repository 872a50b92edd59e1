using System.Diagnostics;
using System.Globalization;
using FoiPipeline.Azure;
using FoiPipeline.Benchmarks.Rounds;
using FoiPipeline.Composition;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Demo;
using FoiPipeline.Emulation;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace FoiPipeline.Benchmarks.Azurite;

/// <summary>
/// The data folder beside the storage emulator, in turns in one run, and the storage transactions of a whole round. The emulator is one process of Node.js on
/// this machine: its times say what our own code costs and nothing about the speed of the service; its counts are the service's.
/// </summary>
internal static class BesideAzurite
{
    private const int Appends = 400;
    private const int Writers = 8;

    // The emulator looks through a whole table for every entity, so that filling one with more takes hours.
    private const int MostEmulated = 2_000;

    /// <summary>Set while a function works, so that what the demo itself asks of the store is told apart.</summary>
    private static readonly AsyncLocal<bool> InFunction = new();

    public static async Task<int> RunAsync(int requests)
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        using var scratch = ScratchFolder.OnDisk();
        Say("| measured | data folder | emulator | emulator : folder |");
        Say("| --- | ---: | ---: | ---: |");

        await AppendAsync(azurite, scratch, writers: 1);
        await AppendAsync(azurite, scratch, Writers);
        foreach (var size in new[] { BenchmarkRound.Few, Math.Min(requests, MostEmulated) })
        {
            await ListAsync(azurite, scratch, size);
        }

        if (requests > MostEmulated)
        {
            await ListInFolderAsync(scratch, requests);
        }

        await MailAsync(azurite, scratch);
        var (functions, demo) = await DemoAsync(azurite, scratch);
        Tell("what the functions asked for, which is what a round costs in the cloud beside the Functions host's own waiting", functions);
        Tell("what this demo asked for besides: its clockwork, which stands for the host, and its simulated person", demo);
        return 0;
    }

    private static async Task AppendAsync(AzuriteProcess azurite, ScratchFolder scratch, int writers)
    {
        var (folder, account) = await StoresAsync(azurite, scratch);
        await using (folder)
        await using (account)
        {
            var (here, there) = (await AppendsAsync(folder, writers), await AppendsAsync(account, writers));
            Row($"appends a second, {writers} at once", here, there, "0");
        }
    }

    private static async Task<double> AppendsAsync(IStore store, int writers)
    {
        var summary = new StoredSummary(new string('s', 2_000), [new ListEntry("outbox", "20160704T080000|000001")]);
        await store.Register.AppendAsync(new StreamId("request/first"), 0, [new StoredEvent("opened", "{}")], summary, default);
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Appends, new ParallelOptions { MaxDegreeOfParallelism = writers }, async (i, cancel) =>
            await store.Register.AppendAsync(
                new StreamId($"request/{i}"), 0, [new StoredEvent("opened", new string('e', 300)), new StoredEvent("queued", new string('e', 300))], summary, cancel));
        return Appends / watch.Elapsed.TotalSeconds;
    }

    private static async Task ListAsync(AzuriteProcess azurite, ScratchFolder scratch, int size)
    {
        var (folder, account) = await StoresAsync(azurite, scratch);
        await using (folder)
        await using (account)
        {
            var round = BenchmarkRound.Of(size);
            await SeededRound.FillAsync(folder, round, writers: 1);
            await SeededRound.FillAsync(account, round, Writers);
            var (here, there) = (await ListedAsync(folder), await ListedAsync(account));
            Row($"list of {size} requests, ms a thousand", 1_000_000 * here / size, 1_000_000 * there / size, "0.0");
        }
    }

    private static async Task ListInFolderAsync(ScratchFolder scratch, int size)
    {
        await using var folder = DataFolder.Open(Path.Combine(scratch.Path, "large"), TimeProvider.System);
        await SeededRound.FillAsync(folder, BenchmarkRound.Of(size), writers: 1);
        var seconds = await ListedAsync(folder);
        Say(string.Create(CultureInfo.InvariantCulture, $"| list of {size} requests, ms a thousand | {1_000_000 * seconds / size:0.0} | | |"));
    }

    private static async Task<double> ListedAsync(IStore store)
    {
        var journal = new Journal<RequestState, RequestEvent>(store.Register, JournalKinds.Request);
        await foreach (var _ in journal.ListAsync(default))
        {
            // The first time is for compiling.
        }

        var watch = Stopwatch.StartNew();
        await foreach (var _ in journal.ListAsync(default))
        {
        }

        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The mail of one demo, taken in and read by a register that has sent nothing yet: what a backlog costs.</summary>
    private static async Task MailAsync(AzuriteProcess azurite, ScratchFolder scratch)
    {
        var played = new StoreChoice(Azure: false, Path.Combine(scratch.Path, "mail"));
        await PlayAsync(played, "mail");
        await using var source = DataFolder.Open(played.Folder, TimeProvider.System);
        var round = (await OpenRound.LoadAsync(source.Documents, default))!;
        var (folder, account) = await StoresAsync(azurite, scratch);
        await using (folder)
        await using (account)
        {
            var (here, there) = (await IngestedAsync(folder, source, round), await IngestedAsync(account, source, round));
            Row("a mail of the demo taken in and read, ms", here, there, "0.0");
        }
    }

    private static async Task<double> IngestedAsync(IStore store, DataFolder source, Round round)
    {
        await new OpenRound(store.Documents, store.Register, TimeProvider.System).RunAsync(round, new Dictionary<string, byte[]>(StringComparer.Ordinal), Actor.Person("benchmark"), null, default);
        await foreach (var mail in source.Documents.ListAsync("inbox/", default))
        {
            await using var raw = await source.Documents.OpenAsync(mail.Name, default);
            await store.Documents.PutIfAbsentAsync(mail.Name, raw!, default);
        }

        var announcing = new AnnouncingStore(store);
        var pipeline = new Pipeline(round, announcing, new NoMailbox(), Readers.Standard(), TimeProvider.System);
        using var clockwork = new Clockwork(FunctionApp.Load(AppContext.BaseDirectory, _ => null), announcing, pipeline.RingAsync, TimeProvider.System, NullLogger.Instance);
        var watch = Stopwatch.StartNew();
        var done = await clockwork.DrainAsync(default);
        return watch.Elapsed.TotalMilliseconds / (done / 2.0);
    }

    private static async Task<(StorageBill Functions, StorageBill Demo)> DemoAsync(AzuriteProcess azurite, ScratchFolder scratch)
    {
        var (functions, demo) = (new StorageBill(), new StorageBill());
        var here = await PlayAsync(new StoreChoice(Azure: false, Path.Combine(scratch.Path, "here")), "here");
        var connection = azurite.NewAccount().ConnectionString;
        var there = await PlayAsync(
            new StoreChoice(Azure: true, Path.Combine(scratch.Path, "there")) { Settings = name => name == "FoiStorage" ? connection : null, Observe = operation => (InFunction.Value ? functions : demo).Add(operation) }, "there");
        Row("the whole demo, s", here.TotalSeconds, there.TotalSeconds, "0.0");
        return (functions, demo);
    }

    private static async Task<TimeSpan> PlayAsync(StoreChoice choice, string name)
    {
        var watch = Stopwatch.StartNew();
        var result = await new DemoRun(new DemoOptions(choice, Authorities: null, Seed: 2016, SettleAll: true, With: null, DayPause: TimeSpan.Zero), _ => { }, RingsOf).RunAsync(NullLogger.Instance, default);
        return result.Report is { Letters: { Sent: BenchmarkRound.Few, SentTwice: 0 }, Replies.Lost: 0 } ? watch.Elapsed : throw new InvalidOperationException($"the demo '{name}' went wrong");
    }

    private static Func<FunctionCall, CancellationToken, Task> RingsOf(OpenedRound round) => async (call, cancel) =>
    {
        InFunction.Value = true;
        await round.Pipeline.RingAsync(call, cancel);
    };

    private static async Task<(DataFolder Folder, StorageAccount Account)> StoresAsync(AzuriteProcess azurite, ScratchFolder scratch)
    {
        var connection = azurite.NewAccount().ConnectionString;
        var account = StorageAccount.Open(StorageSettings.Read(name => name == "FoiStorage" ? connection : null), TimeProvider.System, mayCreate: true);
        await account.PrepareAsync(default);
        return (DataFolder.Open(Path.Combine(scratch.Path, Guid.NewGuid().ToString("n")), TimeProvider.System), account);
    }

    private static void Tell(string whose, StorageBill bill)
    {
        Say("");
        Say($"Storage transactions of the whole demo round of {BenchmarkRound.Few} requests: {whose}.");
        Say("| operation | count | a request |");
        Say("| --- | ---: | ---: |");
        foreach (var (operation, count) in bill.Lines)
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"| {operation} | {count} | {(double)count / BenchmarkRound.Few:0.0} |"));
        }

        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"| **together** | **{bill.Count}** | **{(double)bill.Count / BenchmarkRound.Few:0.0}** (blobs {(double)bill.Of(StorageService.Blob) / BenchmarkRound.Few:0.0}, queues {(double)bill.Of(StorageService.Queue) / BenchmarkRound.Few:0.0}, tables {(double)bill.Of(StorageService.Table) / BenchmarkRound.Few:0.0}) |"));
        Say(string.Create(CultureInfo.InvariantCulture, $"Price of these: {bill.Pounds:0.0000} GBP."));
    }

    private static void Row(string what, double here, double there, string format) =>
        Say(string.Create(CultureInfo.InvariantCulture, $"| {what} | {here.ToString(format, CultureInfo.InvariantCulture)} | {there.ToString(format, CultureInfo.InvariantCulture)} | {there / here:0.00} |"));

    private static void Say(string line) => Console.WriteLine(line);
}
