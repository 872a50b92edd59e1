using Azure;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Azure;

/// <summary>The three services of an account, all asked with the same patience and the same observer.</summary>
internal sealed class StorageClients
{
    private readonly TimeProvider _clock;
    private readonly Action<StorageOperation>? _observe;
    private readonly StorageLine _line;

    /// <param name="settings">The account and who we are there.</param>
    /// <param name="clock">The machine's clock.</param>
    /// <param name="observe">Told of every request; may be called from several threads.</param>
    /// <param name="line">How requests travel.</param>
    public StorageClients(StorageSettings settings, TimeProvider clock, Action<StorageOperation>? observe, StorageLine line)
    {
        (_clock, _observe, _line) = (clock, observe, line);
        var blobs = Configure(new BlobClientOptions(), StorageService.Blob);
        // Base64, as the Functions host writes and expects it, is put on and taken off by QueueText: unlike the client's own, it shows what is not Base64.
        var queues = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, StorageService.Queue);
        var tables = Configure(new TableClientOptions { Clock = clock }, StorageService.Table);
        (Blobs, Queues, Tables) = settings.Credential switch
        {
            StorageCredential.Key key => (
                new BlobServiceClient(settings.Blobs, new StorageSharedKeyCredential(key.Account, key.Base64), blobs),
                new QueueServiceClient(settings.Queues, new StorageSharedKeyCredential(key.Account, key.Base64), queues),
                new TableServiceClient(settings.Tables, new TableSharedKeyCredential(key.Account, key.Base64), tables)),
            StorageCredential.Signature signature => (
                new BlobServiceClient(settings.Blobs, new AzureSasCredential(signature.Query), blobs),
                new QueueServiceClient(settings.Queues, new AzureSasCredential(signature.Query), queues),
                new TableServiceClient(settings.Tables, new AzureSasCredential(signature.Query), tables)),
            StorageCredential.Identity identity => (
                new BlobServiceClient(settings.Blobs, identity.Tokens, blobs),
                new QueueServiceClient(settings.Queues, identity.Tokens, queues),
                new TableServiceClient(settings.Tables, identity.Tokens, tables)),
            _ => throw new InvalidOperationException("There is no other kind of credential."),
        };
    }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public TableServiceClient Tables { get; }

    private T Configure<T>(T options, StorageService service)
        where T : ClientOptions
    {
        options.RetryPolicy = new StorageRetry(_clock, _line.Pause);
        options.Retry.NetworkTimeout = StorageRetry.Attempt;
        if (_line.Transport is { } transport)
        {
            options.Transport = transport;
        }

        if (_observe is not null)
        {
            options.AddPolicy(new ObserveOperations(service, _observe), HttpPipelinePosition.PerRetry);
        }

        return options;
    }
}
