using System.Text;
using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Core.Ports;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.ContractTests.Local;

public sealed class SeveralProcessesTests : SeveralProcessesContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override int Times => 500;

    protected override int Kills => 6;

    private string Data => _folder.Below("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_processes_that_start_together_in_no_folder_share_one_register()
    {
        var said = await RaceAsync();

        await using var after = await OpenAsync();
        said.ShouldAllBe(s => s["own"] == $"{Times}");
        (await after.Register.LoadAsync(new StreamId("race/own"), Cancel)).Version.ShouldBe(2 * Times);
    }

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(DataFolder.Open(Data, TimeProvider.System));

    private protected override Task<JobProcess> StartAsync(string job, string who) => JobProcess.StartAsync(job, Data, who, Times);

    /// <summary>The next to put a document removes what the dead left half written.</summary>
    protected override async Task VerifyRemainsAsync(IStore store)
    {
        var name = $"sweep/{Guid.NewGuid()}";
        await store.Documents.PutIfAbsentAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(Job.ContentOf(name))), Cancel);
        Directory.GetDirectories(Path.Combine(Data, "documents", ".partial")).ShouldHaveSingleItem();
    }
}
