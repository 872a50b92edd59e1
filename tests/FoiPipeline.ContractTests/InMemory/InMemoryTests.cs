using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.ContractTests.InMemory;

public sealed class InMemoryRegisterTests : RegisterContract
{
    protected override Task<IRegister> CreateAsync() => Task.FromResult<IRegister>(new InMemoryRegister());
}

public sealed class InMemoryWorkQueueTests : WorkQueueContract
{
    private readonly ManualClock _clock = new();

    protected override Task<IWorkQueue> CreateAsync() => Task.FromResult<IWorkQueue>(new InMemoryWorkQueue(_clock));

    protected override Task PassAsync(TimeSpan span)
    {
        _clock.Advance(span);
        return Task.CompletedTask;
    }
}

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override Task<IDocumentStore> CreateAsync() => Task.FromResult<IDocumentStore>(new InMemoryDocumentStore(new ManualClock()));
}
