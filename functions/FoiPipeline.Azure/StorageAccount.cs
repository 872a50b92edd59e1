using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace FoiPipeline.Azure;

/// <summary>
/// Everything one round keeps on Azure, in one storage account. Any number of processes may have it open at once; nothing is asked of the account
/// until something is needed.
/// </summary>
public sealed class StorageAccount
{
    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;

    private StorageAccount(StorageSettings settings, StorageClients clients, bool mayCreate)
    {
        Place = settings.Account;
        _blobs = clients.Blobs();
        _queues = clients.Queues();
        Documents = new BlobDocumentStore(_blobs, Place, mayCreate);
        Queue = new StorageWorkQueue(_queues, Place, mayCreate);
    }

    /// <summary>The account's name.</summary>
    public string Place { get; }

    public BlobDocumentStore Documents { get; }

    public StorageWorkQueue Queue { get; }

    public static StorageAccount Open(StorageSettings settings, TimeProvider clock, bool mayCreate, Action<StorageOperation>? observe = null) =>
        new(settings, new StorageClients(settings, clock, observe), mayCreate);
}
