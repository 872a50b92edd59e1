using FoiPipeline.Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

internal sealed class EmulatedStore
{
    public required IRegister Register { get; init; }
    public required IDocumentStore Documents { get; init; }
    public required IWorkQueue Queue { get; init; }
    public required IReceipts Receipts { get; init; }

    public static async Task<EmulatedStore> OpenAsync(EmulatedAccount account)
    {
        var settings = StorageSettings.Parse(name => name == StorageSettings.Connection ? account.ConnectionString : null);
        var store = StorageAccount.Open(settings, TimeProvider.System, mayCreate: true);
        var tables = new TableServiceClient(account.ConnectionString, new TableClientOptions());
        var register = tables.GetTableClient("register");
        var receipts = tables.GetTableClient("receipts");
        await register.CreateIfNotExistsAsync();
        await receipts.CreateIfNotExistsAsync();
        var blobs = new global::Azure.Storage.Blobs.BlobServiceClient(account.ConnectionString);
        return new EmulatedStore
        {
            Register = new TableRegister(register, new BlobDocumentStore(blobs, account.Name, true, BlobScope.Payloads), account.Name),
            Receipts = new TableReceipts(receipts, account.Name),
            Documents = store.Documents,
            Queue = store.Queue,
        };
    }
}
