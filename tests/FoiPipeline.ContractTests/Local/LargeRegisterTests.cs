using System.Diagnostics;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;
using Microsoft.Data.Sqlite;

namespace FoiPipeline.ContractTests.Local;

/// <summary>Measures memory, so nothing else may run beside it.</summary>
[Collection(nameof(LargeRegisterTests))]
[CollectionDefinition(nameof(LargeRegisterTests), DisableParallelization = true)]
public sealed class LargeRegisterTests : IAsyncDisposable
{
    private const int Requests = 45_000;

    private readonly TemporaryFolder _folder = new();
    private readonly DataFolder _data;

    public LargeRegisterTests()
    {
        _data = DataFolder.Open(_folder.Path, TimeProvider.System);
        using var connection = Connect();
        Run(
            connection,
            $$"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{Requests}})
            INSERT INTO stream (name, version, summary) SELECT printf('request/%05d', i), 1, printf('%01000d', i) FROM n;
            INSERT INTO work (list, sort_key, name) SELECT 'outbox', printf('%05d', id), name FROM stream;
            """);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_list_of_45_000_is_read_row_by_row_while_others_append()
    {
        var started = Stopwatch.GetTimestamp();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        var read = 0;
        await foreach (var stream in _data.Register.ListAsync("request/", Cancel))
        {
            stream.SummaryJson.Length.ShouldBe(1000);
            if (++read % 15_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                var outcome = await _data.Register.AppendAsync(stream.Stream, 1, [new StoredEvent("k", "{}")], new StoredSummary("", []), Cancel);
                outcome.ShouldBe(AppendOutcome.Appended);
            }
        }

        read.ShouldBe(Requests);
        // All summaries together are 90 MB of text in memory.
        most.ShouldBeLessThan(5_000_000);
        Say($"{Requests} summaries in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Lists_and_worklists_are_found_by_an_index_and_never_sorted()
    {
        await foreach (var first in _data.Register.ListWorkAsync("outbox", "00003", Cancel))
        {
            string.CompareOrdinal(first.Stream.Value, "request/00003").ShouldBeLessThanOrEqualTo(0);
        }

        using var connection = Connect();
        foreach (var statement in SqliteRegister.RangeReads)
        {
            var plan = Plan(connection, statement);
            plan.ShouldNotContain("SCAN");
            plan.ShouldNotContain("TEMP B-TREE");
        }
    }

    [Fact]
    public async Task Writes_a_second_are_worth_knowing()
    {
        const int Appends = 500;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Appends; i++)
        {
            var stream = new StreamId($"new/{i}");
            await _data.Register.AppendAsync(stream, 0, [new StoredEvent("k", "{}")], new StoredSummary("{}", [new ListEntry("outbox", "1")]), Cancel);
        }

        Say($"{Appends / Stopwatch.GetElapsedTime(started).TotalSeconds:0} appends a second, each flushed to the disk, beside {Requests} requests");
        (await _data.Register.ListAsync("new/", Cancel).CountAsync(Cancel)).ShouldBe(Appends);

        started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Appends; i++)
        {
            await _data.Documents.PutIfAbsentAsync($"inbox/{i}.eml", new MemoryStream(new byte[20_000]), Cancel);
        }

        Say($"{Appends / Stopwatch.GetElapsedTime(started).TotalSeconds:0} documents of 20 kB a second, each flushed to the disk");
        (await _data.Documents.ListAsync("inbox/", Cancel).CountAsync(Cancel)).ShouldBe(Appends);
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Below("foi.db")};Pooling=false");
        connection.Open();
        return connection;
    }

#pragma warning disable CA2100 // The statements are this program's own.
    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Plan(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        command.Parameters.AddWithValue("?1", "");
        if (sql.Contains("?2", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("?2", "");
        }

        using var rows = command.ExecuteReader();
        var plan = "";
        while (rows.Read())
        {
            plan += rows.GetString(3) + "\n";
        }

        return plan;
    }
#pragma warning restore CA2100
}
