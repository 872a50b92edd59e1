using Azure;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace FoiPipeline.Azure;

/// <summary>The services' clients for an account, all with the same patience and the same observer.</summary>
/// <param name="settings">The account and who we are there.</param>
/// <param name="clock">The machine's clock.</param>
/// <param name="observe">Told of every request; may be called from several threads.</param>
internal sealed class StorageClients(StorageSettings settings, TimeProvider clock, Action<StorageOperation>? observe)
{
    public BlobServiceClient Blobs()
    {
        var options = Configure(new BlobClientOptions(), StorageService.Blob);
        return settings.Credential switch
        {
            StorageCredential.Key key => new BlobServiceClient(settings.Blobs, new StorageSharedKeyCredential(key.Account, key.Base64), options),
            StorageCredential.Signature signature => new BlobServiceClient(settings.Blobs, new AzureSasCredential(signature.Query), options),
            StorageCredential.Identity identity => new BlobServiceClient(settings.Blobs, identity.Tokens, options),
            _ => throw new InvalidOperationException(),
        };
    }

    public QueueServiceClient Queues()
    {
        // Base64, as the Functions host writes and expects it, is put on and taken off by QueueText: unlike the client's, it shows what is not Base64.
        var options = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, StorageService.Queue);
        return settings.Credential switch
        {
            StorageCredential.Key key => new QueueServiceClient(settings.Queues, new StorageSharedKeyCredential(key.Account, key.Base64), options),
            StorageCredential.Signature signature => new QueueServiceClient(settings.Queues, new AzureSasCredential(signature.Query), options),
            StorageCredential.Identity identity => new QueueServiceClient(settings.Queues, identity.Tokens, options),
            _ => throw new InvalidOperationException(),
        };
    }

    private T Configure<T>(T options, StorageService service)
        where T : ClientOptions
    {
        options.RetryPolicy = new StorageRetry(clock);
        options.Retry.NetworkTimeout = StorageRetry.Attempt;
        options.Diagnostics.IsLoggingEnabled = false;
        if (observe is not null)
        {
            options.AddPolicy(new ObserveOperations(service, observe), HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
