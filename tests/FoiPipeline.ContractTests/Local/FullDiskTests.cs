using System.Globalization;
using FoiPipeline.Core.Ports;
using FoiPipeline.Disks;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.ContractTests.Local;

public sealed class FullDiskTests
{
    private static readonly StreamId Stream = new("request/02N");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_one_clear_error_that_loses_nothing_and_passes_when_there_is_room()
    {
        using var disk = SmallDisk.Mount("2m");
        await using var data = DataFolder.Open(disk.Path, TimeProvider.System);
        await AppendAsync(data, 0);
        await data.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream(new byte[1000]), Cancel);

        long stored = 1;
        using (disk.Fill())
        {
            var fault = await Should.ThrowAsync<StoreUnavailableException>(async () =>
            {
                for (; ; stored++)
                {
                    await AppendAsync(data, stored);
                }
            });
            fault.Message.ShouldContain(Path.Combine(disk.Path, "foi.db"));
            fault.Message.ShouldContain("full");

            fault = await Should.ThrowAsync<StoreUnavailableException>(() => data.Documents.PutIfAbsentAsync("inbox/2.eml", new MemoryStream(new byte[100_000]), Cancel));
            fault.Message.ShouldContain(Path.Combine(disk.Path, "documents"));
            fault.Message.ShouldContain("full");
            fault.Message.ShouldContain("nothing that was stored before is lost");

            (await data.Register.LoadAsync(Stream, Cancel)).Version.ShouldBe(stored);
            (await data.Documents.ListAsync("", Cancel).CountAsync(Cancel)).ShouldBe(1);
        }

        await AppendAsync(data, stored);
        (await data.Register.ReadEventsAsync(Stream, Cancel).CountAsync(Cancel)).ShouldBe((int)stored + 1);
        (await data.Documents.PutIfAbsentAsync("inbox/2.eml", new MemoryStream(new byte[100_000]), Cancel)).Created.ShouldBeTrue();
    }

    [Fact]
    public void A_disk_that_was_full_from_the_beginning_is_one_clear_error_and_leaves_no_database_behind()
    {
        using var disk = SmallDisk.Mount("64k");
        using (disk.Fill())
        {
            var fault = Should.Throw<StoreUnavailableException>(() => DataFolder.Open(disk.Path, TimeProvider.System));
            fault.Message.ShouldContain(disk.Path);
            fault.Message.ShouldContain("full");
        }

        File.Exists(Path.Combine(disk.Path, "foi.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_read_only_disk_is_one_clear_error()
    {
        using var disk = SmallDisk.Mount("2m");
        var round = Path.Combine(disk.Path, "round");
        await using (var data = DataFolder.Open(round, TimeProvider.System))
        {
            await AppendAsync(data, 0);
        }

        disk.MakeReadOnly();

        var faults = new List<StoreUnavailableException>
        {
            Should.Throw<StoreUnavailableException>(() => DataFolder.Open(Path.Combine(disk.Path, "other"), TimeProvider.System)),
            await Should.ThrowAsync<StoreUnavailableException>(async () =>
            {
                await using var data = DataFolder.Open(round, TimeProvider.System);
                await AppendAsync(data, 1);
            }),
        };
        using var documents = new FileDocumentStore(Path.Combine(round, "documents"), TimeProvider.System);
        faults.Add(await Should.ThrowAsync<StoreUnavailableException>(() => documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1]), Cancel)));

        faults.ShouldAllBe(f => f.Message.Contains(disk.Path, StringComparison.Ordinal));
        faults.ForEach(f => TestContext.Current.TestOutputHelper!.WriteLine(f.Message));
    }

    private static async Task AppendAsync(DataFolder data, long version)
    {
        var key = version.ToString(CultureInfo.InvariantCulture);
        var outcome = await data.Register.AppendAsync(Stream, version, [new StoredEvent(key, new string('e', 2000))], new StoredSummary(key, []), Cancel);
        outcome.ShouldBe(AppendOutcome.Appended);
    }
}
