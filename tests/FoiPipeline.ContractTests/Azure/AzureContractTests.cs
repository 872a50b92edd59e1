using Azure.Storage.Blobs;
using FoiPipeline.ContractTests.Contracts;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

public sealed class TableRegisterTests(Azurite azurite) : RegisterContract
{
    protected override async Task<IRegister> CreateAsync() => (await azurite.NewPreparedAccountAsync()).Open().Register;
}

public sealed class TableReceiptsTests(Azurite azurite) : ReceiptsContract
{
    protected override async Task<IReceipts> CreateAsync() => (await azurite.NewPreparedAccountAsync()).Open().Receipts;
}

public sealed class StorageWorkQueueTests(Azurite azurite) : WorkQueueContract
{
    protected override async Task<IWorkQueue> CreateAsync() => (await azurite.NewPreparedAccountAsync()).Open().Queue;

    /// <summary>The emulator's clock is the real one.</summary>
    protected override Task PassAsync(TimeSpan span) => Task.Delay(span, TestContext.Current.CancellationToken);
}

/// <summary>The contract uses more containers than a round does, so the account is one where they may be made.</summary>
public sealed class BlobDocumentStoreTests(Azurite azurite) : DocumentStoreContract
{
    private EmulatedAccount? _account;

    protected override async Task<IDocumentStore> CreateAsync()
    {
        _account = await azurite.NewPreparedAccountAsync();
        return _account.Open(mayCreate: true).Documents;
    }

    protected override async Task<bool> DropInAsync(string name, byte[] content)
    {
        var (container, blob) = (name[..name.IndexOf('/', StringComparison.Ordinal)], name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        await new BlobContainerClient(_account!.ConnectionString, container).UploadBlobAsync(blob, new BinaryData(content), Cancel);
        return true;
    }
}
