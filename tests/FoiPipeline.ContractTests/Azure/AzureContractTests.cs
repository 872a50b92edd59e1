using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

public sealed class TableRegisterTests(Azurite azurite) : RegisterContract
{
    protected override async Task<IRegister> CreateAsync() => (await EmulatedStore.OpenAsync(await azurite.NewAccountAsync())).Register;
}

public sealed class TableReceiptsTests(Azurite azurite) : ReceiptsContract
{
    protected override async Task<IReceipts> CreateAsync() => (await EmulatedStore.OpenAsync(await azurite.NewAccountAsync())).Receipts;
}

public sealed class BlobDocumentStoreTests(Azurite azurite) : DocumentStoreContract
{
    protected override async Task<IDocumentStore> CreateAsync() => (await EmulatedStore.OpenAsync(await azurite.NewAccountAsync())).Documents;
}

public sealed class StorageWorkQueueTests(Azurite azurite) : WorkQueueContract
{
    protected override async Task<IWorkQueue> CreateAsync() => (await EmulatedStore.OpenAsync(await azurite.NewAccountAsync())).Queue;

    /// <summary>The emulator's clock is the real one.</summary>
    protected override Task PassAsync(TimeSpan span) => Task.Delay(span, TestContext.Current.CancellationToken);
}
