using System.Globalization;
using System.Text;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>What every store promises to processes that use it at the same time or die over it.</summary>
public abstract class SeveralProcessesContract
{
    private readonly HashSet<string> _messages = new(StringComparer.Ordinal);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How often each process appends.</summary>
    protected abstract int Times { get; }

    /// <summary>How many processes are killed, one after the other.</summary>
    protected abstract int Kills { get; }

    /// <summary>The one store of the test, made when it is opened for the first time.</summary>
    protected abstract Task<IStore> OpenAsync();

    /// <summary>Another process that uses it.</summary>
    private protected abstract Task<JobProcess> StartAsync(string job, string who);

    /// <summary>What else is to be seen in a store that a process was killed over.</summary>
    protected virtual Task VerifyRemainsAsync(IStore store) => Task.CompletedTask;

    [Fact]
    public async Task Two_processes_that_race_lose_nothing_and_do_nothing_twice()
    {
        string[] messages = [.. Enumerable.Range(0, Job.SharedOf(Times)).Select(i => $"m{i}")];
        await using (var store = await OpenAsync())
        {
            foreach (var message in messages)
            {
                await store.Queue.SendAsync("race", message, Cancel);
            }
        }

        var said = await RaceAsync();

        await using var after = await OpenAsync();
        said.ShouldAllBe(s => s["own"] == $"{Times}");
        (await KeysAsync(after, "race/own")).Order(StringComparer.Ordinal)
            .ShouldBe(((string[])["a", "b"]).SelectMany(w => Enumerable.Range(0, Times).Select(i => $"{w}-{i}")).Order(StringComparer.Ordinal));
        (await after.Register.LoadAsync(new StreamId("race/own"), Cancel)).SummaryJson.ShouldBe($"{2 * Times}");
        (await after.Register.ListWorkAsync("outbox", null, Cancel).CountAsync(Cancel)).ShouldBe(2);

        Sum(said, "shared").ShouldBe(Job.SharedOf(Times));
        (await KeysAsync(after, "race/shared")).Distinct(StringComparer.Ordinal).Count().ShouldBe(Job.SharedOf(Times));

        Sum(said, "created").ShouldBe(Job.SharedOf(Times));
        (await after.Documents.ListAsync("race/", Cancel).CountAsync(Cancel)).ShouldBe(Job.SharedOf(Times));

        said.SelectMany(s => s["taken"].Split(',', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal).ShouldBe(messages.Order(StringComparer.Ordinal));
        (await after.Queue.CountAsync("race", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_has_stored_all_it_acknowledged_and_nothing_by_halves()
    {
        await (await OpenAsync()).DisposeAsync();
        var acknowledged = new List<string>();
        for (var run = 0; run < Kills; run++)
        {
            using var writer = await StartAsync(Job.Write, $"run{run}");
            writer.Go();
            for (var lines = Random.Shared.Next(2, 9); lines > 0; lines--)
            {
                acknowledged.Add((await writer.ReadLineAsync())![..^2]);
            }

            await Task.Delay(Random.Shared.Next(50), Cancel);
            writer.Kill();
            acknowledged.AddRange(await writer.RestAsync());

            await using var store = await OpenAsync();
            await VerifyAsync(store, acknowledged);
            await VerifyRemainsAsync(store);
        }

        acknowledged.Count.ShouldBeGreaterThan(Kills);
        TestContext.Current.TestOutputHelper!.WriteLine($"{acknowledged.Count} acknowledged writes survived {Kills} kills.");
    }

    /// <summary>Two processes that do the same at the same time, and what each has to say.</summary>
    protected async Task<Dictionary<string, string>[]> RaceAsync()
    {
        using var first = await StartAsync(Job.Race, "a");
        using var second = await StartAsync(Job.Race, "b");
        first.Go();
        second.Go();
        var lines = await Task.WhenAll(first.RestAsync(), second.RestAsync());
        return [.. lines.Select(l => l.Select(s => s.Split(' ', 2)).ToDictionary(s => s[0], s => s[1], StringComparer.Ordinal))];
    }

    private async Task VerifyAsync(IStore store, List<string> acknowledged)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var streams = 0;
        await foreach (var stream in store.Register.ListAsync("request/", Cancel))
        {
            var keys = await KeysAsync(store, stream.Stream.Value);
            ((long)keys.Count).ShouldBe(stream.Version);
            stream.SummaryJson.ShouldBe($"{stream.Version}");
            present.UnionWith(keys.Select(k => "event " + k));
            streams++;
        }

        (await store.Register.ListWorkAsync("outbox", null, Cancel).CountAsync(Cancel)).ShouldBe(streams);
        await foreach (var document in store.Documents.ListAsync("", Cancel))
        {
            using var reader = new StreamReader((await store.Documents.OpenAsync(document.Name, Cancel))!, Encoding.UTF8);
            (await reader.ReadToEndAsync(Cancel)).ShouldBe(Job.ContentOf(document.Name));
            present.Add("document " + document.Name);
        }

        while (await store.Queue.ReceiveAsync("extract", TimeSpan.FromMinutes(1), 5, Cancel) is { } item)
        {
            _messages.Add("message " + item.Message);
            await store.Queue.CompleteAsync(item, Cancel);
        }

        acknowledged.Where(a => !present.Contains(a) && !_messages.Contains(a)).ShouldBeEmpty();
    }

    private static async Task<List<string>> KeysAsync(IStore store, string stream) =>
        await store.Register.ReadEventsAsync(new StreamId(stream), Cancel).Select(e => e.Key).ToListAsync(Cancel);

    private static int Sum(Dictionary<string, string>[] said, string what) => said.Sum(s => int.Parse(s[what], CultureInfo.InvariantCulture));
}
