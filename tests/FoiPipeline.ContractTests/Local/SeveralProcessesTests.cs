using System.Text;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.ContractTests.Local;

public sealed class SeveralProcessesTests : IDisposable
{
    private const int Messages = 100;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_processes_that_race_lose_nothing_and_do_nothing_twice()
    {
        var path = _folder.Below("data");
        await using (var data = DataFolder.Open(path, TimeProvider.System))
        {
            for (var i = 0; i < Messages; i++)
            {
                await data.Queue.SendAsync("race", $"m{i}", Cancel);
            }
        }

        var said = await RunAsync(path, "a", "b");

        await using var after = DataFolder.Open(path, TimeProvider.System);
        said.ShouldAllBe(s => s["own"] == $"{Job.Appends}");
        (await KeysAsync(after, "race/own")).Order(StringComparer.Ordinal)
            .ShouldBe(((string[])["a", "b"]).SelectMany(w => Enumerable.Range(0, Job.Appends).Select(i => $"{w}-{i}")).Order(StringComparer.Ordinal));
        (await after.Register.LoadAsync(new StreamId("race/own"), Cancel)).SummaryJson.ShouldBe($"{2 * Job.Appends}");
        (await after.Register.ListWorkAsync("outbox", null, Cancel).CountAsync(Cancel)).ShouldBe(2);

        Sum(said, "shared").ShouldBe(Job.SharedKeys);
        (await KeysAsync(after, "race/shared")).Distinct(StringComparer.Ordinal).Count().ShouldBe(Job.SharedKeys);

        Sum(said, "created").ShouldBe(Job.SharedDocuments);
        (await after.Documents.ListAsync("race/", Cancel).CountAsync(Cancel)).ShouldBe(Job.SharedDocuments);

        said.SelectMany(s => s["taken"].Split(',', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, Messages).Select(i => $"m{i}").Order(StringComparer.Ordinal));
        (await after.Queue.CountAsync("race", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_processes_that_start_together_in_no_folder_share_one_register()
    {
        var path = _folder.Below("new");

        var said = await RunAsync(path, "a", "b");

        await using var after = DataFolder.Open(path, TimeProvider.System);
        said.ShouldAllBe(s => s["own"] == $"{Job.Appends}");
        (await after.Register.LoadAsync(new StreamId("race/own"), Cancel)).Version.ShouldBe(2 * Job.Appends);
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_has_stored_all_it_acknowledged_and_nothing_by_halves()
    {
        var path = _folder.Below("data");
        var acknowledged = new List<string>();
        for (var run = 0; run < 6; run++)
        {
            using var writer = await JobProcess.StartAsync(Job.Write, path, $"run{run}");
            writer.Go();
            acknowledged.Add((await writer.ReadLineAsync())![..^2]);
            await Task.Delay(Random.Shared.Next(100), Cancel);
            writer.Kill();
            acknowledged.AddRange(await writer.RestAsync());

            await VerifyAsync(path, acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(6);
        TestContext.Current.TestOutputHelper!.WriteLine($"{acknowledged.Count} acknowledged writes survived 6 kills.");
    }

    private static async Task VerifyAsync(string path, List<string> acknowledged)
    {
        await using var data = DataFolder.Open(path, TimeProvider.System);
        var present = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stream in data.Register.ListAsync("request/", Cancel))
        {
            var keys = await KeysAsync(data, stream.Stream.Value);
            ((long)keys.Count).ShouldBe(stream.Version);
            stream.SummaryJson.ShouldBe($"{stream.Version}");
            present.UnionWith(keys.Select(k => "event " + k));
        }

        (await data.Register.ListWorkAsync("outbox", null, Cancel).CountAsync(Cancel)).ShouldBe(await data.Register.ListAsync("", Cancel).CountAsync(Cancel));
        await foreach (var document in data.Documents.ListAsync("", Cancel))
        {
            using var reader = new StreamReader((await data.Documents.OpenAsync(document.Name, Cancel))!, Encoding.UTF8);
            (await reader.ReadToEndAsync(Cancel)).ShouldBe(Job.ContentOf(document.Name));
            present.Add("document " + document.Name);
        }

        present.UnionWith((await data.Queue.PeekAsync("extract", int.MaxValue, Cancel)).Select(m => "message " + m));
        acknowledged.Where(a => !present.Contains(a)).ShouldBeEmpty();

        await data.Documents.PutIfAbsentAsync("sweep/" + acknowledged.Count, new MemoryStream(Encoding.UTF8.GetBytes(Job.ContentOf("sweep/" + acknowledged.Count))), Cancel);
        Directory.GetDirectories(Path.Combine(path, "documents", ".partial")).ShouldHaveSingleItem();
    }

    private static async Task<List<string>> KeysAsync(DataFolder data, string stream) =>
        await data.Register.ReadEventsAsync(new StreamId(stream), Cancel).Select(e => e.Key).ToListAsync(Cancel);

    private static int Sum(Dictionary<string, string>[] said, string what) => said.Sum(s => int.Parse(s[what], System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<Dictionary<string, string>[]> RunAsync(string path, string one, string two)
    {
        using var first = await JobProcess.StartAsync(Job.Race, path, one);
        using var second = await JobProcess.StartAsync(Job.Race, path, two);
        first.Go();
        second.Go();
        var lines = await Task.WhenAll(first.RestAsync(), second.RestAsync());
        return [.. lines.Select(l => l.Select(s => s.Split(' ', 2)).ToDictionary(s => s[0], s => s[1], StringComparer.Ordinal))];
    }
}
