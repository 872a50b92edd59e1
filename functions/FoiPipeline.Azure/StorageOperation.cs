namespace FoiPipeline.Azure;

public enum StorageService
{
    Blob,
    Queue,
    Table,
}

/// <summary>One request to a storage service, which is what the service bills as one transaction. A request that was tried again counts again.</summary>
/// <param name="Service">Which service.</param>
/// <param name="Name">The operation's name in the service's REST reference: <c>PutBlob</c>, <c>GetMessages</c>, <c>EntityGroupTransaction</c>.</param>
/// <param name="Status">The HTTP status of the answer; 0 when none came.</param>
public readonly record struct StorageOperation(StorageService Service, string Name, int Status);
