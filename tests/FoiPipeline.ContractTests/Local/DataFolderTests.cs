using System.Runtime.Versioning;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;
using Microsoft.Data.Sqlite;

namespace FoiPipeline.ContractTests.Local;

public sealed class DataFolderTests : IDisposable
{
    private static readonly StreamId Stream = new("request/02N");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Round => _folder.Below("round");

    private string Database => Path.Combine(Round, "foi.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_new_folder_and_its_database_are_for_their_owner_only()
    {
        await using var data = await OpenWithOneEventAsync();

        File.GetUnixFileMode(Round).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(Round))
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task What_was_stored_is_there_when_the_folder_is_opened_again()
    {
        await (await OpenWithOneEventAsync()).DisposeAsync();

        await using var again = Open();
        (await again.Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "one"));
        Directory.GetDirectories(Path.Combine(Round, ".partial")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_must_survive_a_power_failure_waits_for_the_disk_and_what_may_be_repeated_does_not()
    {
        await (await OpenWithOneEventAsync()).DisposeAsync();
        using var database = FoiDatabase.Open(Database, FoiDatabase.DefaultPatience);

        foreach (var (durability, full) in ((Durability, long)[])[(Durability.Durable, 2), (Durability.Repeatable, 1), (Durability.Durable, 2)])
        {
            (await database.WriteAsync(durability, session => session.Value("PRAGMA synchronous"), Cancel)).ShouldBe(full);
        }
    }

    [Fact]
    public async Task What_was_answered_is_in_the_file_and_its_log_and_not_only_in_the_process()
    {
        await using var data = await OpenWithOneEventAsync();

        var copy = Directory.CreateDirectory(_folder.Below("copy")).FullName;
        File.Copy(Database, Path.Combine(copy, "foi.db"));
        File.Copy(Database + "-wal", Path.Combine(copy, "foi.db-wal"));

        await using var after = DataFolder.Open(copy, TimeProvider.System);
        (await after.Register.LoadAsync(Stream, Cancel)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_path_that_is_a_file_is_one_clear_error()
    {
        await File.WriteAllTextAsync(Round, "", Cancel);

        Fault().ShouldBe($"{Round} is a file and cannot be the data folder: choose another path, or move the file away.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no database, but a text that is long enough to be taken for a header. It goes on for a while, to be sure of a hundred bytes.")]
    public async Task A_file_that_is_no_database_is_one_clear_error_and_is_left_as_it_is(string content)
    {
        Directory.CreateDirectory(Round);
        await File.WriteAllTextAsync(Database, content, Cancel);

        Fault().ShouldContain(Database);
        (await File.ReadAllTextAsync(Database, Cancel)).ShouldBe(content);
    }

    [Fact]
    public async Task A_database_of_another_program_is_one_clear_error_and_is_left_as_it_is()
    {
        Directory.CreateDirectory(Round);
        Run("CREATE TABLE stream (name TEXT)");
        var before = await File.ReadAllBytesAsync(Database, Cancel);

        Fault().ShouldBe($"{Database} belongs to another program: move it away, or choose another data folder.");
        (await File.ReadAllBytesAsync(Database, Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_one_clear_error()
    {
        await (await OpenWithOneEventAsync()).DisposeAsync();
        Run("PRAGMA user_version = 99");

        Fault().ShouldContain("newer version of this program (tables 99");
    }

    [Fact]
    public async Task A_database_of_an_older_program_is_brought_up_to_date()
    {
        Directory.CreateDirectory(Round);
        Run("PRAGMA application_id = 0x464F4950");

        await using var data = await OpenWithOneEventAsync();
        (await data.Register.LoadAsync(Stream, Cancel)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Messages_that_were_sent_before_queues_knew_since_when_they_lie_there_are_kept_and_have_an_age()
    {
        await using (var before = Open())
        {
            await before.Queue.SendAsync("extract", "a", Cancel);
        }

        Run("ALTER TABLE message DROP COLUMN sent; PRAGMA user_version = 1");

        await using var data = Open();
        (await data.Queue.OldestAsync("extract", Cancel)).ShouldNotBeNull().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
        (await data.Queue.ReceiveAsync("extract", TimeSpan.FromMinutes(1), 5, Cancel))!.Message.ShouldBe("a");
    }

    [Fact]
    public async Task A_log_without_its_database_is_one_clear_error_and_not_the_beginning_of_a_new_round()
    {
        Directory.CreateDirectory(Round);
        await File.WriteAllTextAsync(Database + "-wal", "appends that nobody may lose", Cancel);

        Fault().ShouldContain(Database + "-wal is there without foi.db");
        File.Exists(Database).ShouldBeFalse();
    }

    [Fact]
    public async Task A_damaged_database_is_one_clear_error()
    {
        await (await OpenWithOneEventAsync()).DisposeAsync();
        await using (var file = new FileStream(Database, FileMode.Open, FileAccess.Write))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray());
        }

        var fault = await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            await using var data = Open();
            await data.Register.LoadAsync(Stream, Cancel);
        });
        fault.Message.ShouldContain(Database + " is damaged");
    }

    [Fact]
    public async Task A_truncated_database_is_one_clear_error()
    {
        await (await OpenWithOneEventAsync()).DisposeAsync();
        await using (var file = new FileStream(Database, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(5000);
        }

        var fault = await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            await using var data = Open();
            await data.Register.LoadAsync(Stream, Cancel);
        });
        fault.Message.ShouldContain(Database + " is damaged");
    }

    [Fact]
    public async Task A_database_that_another_process_locks_is_one_clear_error_and_works_again_when_it_is_free()
    {
        await using var data = await OpenWithOneEventAsync(TimeSpan.FromMilliseconds(200));
        using (var other = await JobProcess.StartAsync(Job.Hold, Round))
        {
            var fault = await Should.ThrowAsync<StoreUnavailableException>(() => AppendAsync(data, 1));
            fault.Message.ShouldStartWith($"{Database} has been locked by another program for 0.2 seconds: close ");
            (await data.Register.LoadAsync(Stream, Cancel)).Version.ShouldBe(1);

            other.Go();
            await other.RestAsync();
        }

        (await AppendAsync(data, 1)).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task A_wait_for_a_lock_can_be_called_off()
    {
        await using var data = await OpenWithOneEventAsync(TimeSpan.FromMinutes(10));
        using var other = await JobProcess.StartAsync(Job.Hold, Round);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(
            () => data.Register.AppendAsync(Stream, 1, [new StoredEvent("two", "{}")], new StoredSummary("two", []), soon.Token));

        other.Kill();
        await other.RestAsync();
        (await AppendAsync(data, 1)).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task Once_closed_it_says_so()
    {
        var data = await OpenWithOneEventAsync();
        await data.DisposeAsync();
        await data.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => AppendAsync(data, 1));
        await Should.ThrowAsync<ObjectDisposedException>(() => data.Register.LoadAsync(Stream, Cancel));
    }

    private DataFolder Open(TimeSpan? patience = null) => DataFolder.Open(Round, TimeProvider.System, patience);

    private async Task<DataFolder> OpenWithOneEventAsync(TimeSpan? patience = null)
    {
        var data = Open(patience);
        await data.Register.AppendAsync(Stream, 0, [new StoredEvent("one", "{}")], new StoredSummary("one", []), Cancel);
        return data;
    }

    private static Task<AppendOutcome> AppendAsync(DataFolder data, long version) =>
        data.Register.AppendAsync(Stream, version, [new StoredEvent("two", "{}")], new StoredSummary("two", []), Cancel);

    private string Fault() => Should.Throw<StoreUnavailableException>(() => Open()).Message;

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
