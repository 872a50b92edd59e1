using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.ContractTests.SecondProcess;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Nothing is prepared: whoever comes first makes what is missing, and both may come first.</summary>
public sealed class SeveralProcessesTests(Azurite azurite) : SeveralProcessesContract, IAsyncLifetime
{
    private EmulatedAccount? _account;

    protected override int Times => 60;

    protected override int Kills => 3;

    public async ValueTask InitializeAsync() => _account = await azurite.NewAccountAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override async Task<IStore> OpenAsync()
    {
        var store = _account!.Open(mayCreate: true);
        await store.PrepareAsync(Cancel);
        return store;
    }

    private protected override Task<JobProcess> StartAsync(string job, string who) => JobProcess.StartAsync(job, _account!, who, Times);
}
