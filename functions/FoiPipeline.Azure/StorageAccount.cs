using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// Everything one round keeps on Azure, in one storage account. Any number of processes may have it open at once; nothing is asked of the account
/// until something is needed.
/// </summary>
public sealed class StorageAccount : IStore
{
    private readonly StorageClients _clients;
    private readonly TimeProvider _clock;
    private readonly bool _mayCreate;

    private StorageAccount(StorageSettings settings, StorageClients clients, TimeProvider clock, bool mayCreate)
    {
        (_clients, _clock, _mayCreate) = (clients, clock, mayCreate);
        Place = settings.Account;
        Id = IdOf(settings);
        Documents = new BlobDocumentStore(clients.Blobs, Place, mayCreate);
        Queue = new StorageWorkQueue(clients.Queues, Place, mayCreate);
        var payloads = new BlobDocumentStore(clients.Blobs, Place, mayCreate, BlobScope.Payloads);
        Register = new TableRegister(clients.Tables.GetTableClient(StorageLayout.RegisterTable), payloads, Place);
        Receipts = new TableReceipts(clients.Tables.GetTableClient(StorageLayout.ReceiptsTable), Place);
    }

    /// <summary>The account's name.</summary>
    public string Place { get; }

    /// <inheritdoc/>
    public string Id { get; }

    public TableRegister Register { get; }

    public BlobDocumentStore Documents { get; }

    public StorageWorkQueue Queue { get; }

    public TableReceipts Receipts { get; }

    IRegister IStore.Register => Register;

    IDocumentStore IStore.Documents => Documents;

    IWorkQueue IStore.Queue => Queue;

    IReceipts IStore.Receipts => Receipts;

    /// <param name="settings">The account and who we are there.</param>
    /// <param name="clock">The machine's own clock, also in a rehearsal: the services compare it with theirs.</param>
    /// <param name="mayCreate">Whether containers, queues and tables that are missing may be made; otherwise a sentence says what is absent.</param>
    /// <param name="observe">Told of every request to a service, each attempt by itself; may be called from several threads.</param>
    public static StorageAccount Open(StorageSettings settings, TimeProvider clock, bool mayCreate, Action<StorageOperation>? observe = null) =>
        Open(settings, clock, mayCreate, observe, StorageLine.Ordinary);

    internal static StorageAccount Open(
        StorageSettings settings, TimeProvider clock, bool mayCreate, Action<StorageOperation>? observe, StorageLine line) =>
        new(settings, new StorageClients(settings, clock, observe, line), clock, mayCreate);

    /// <summary>Looks, with one request to each service, whether a round can work here. What is wrong is a finding, not an exception.</summary>
    public Task<IReadOnlyList<StorageFinding>> CheckAsync(CancellationToken cancel) => new StorageCheck(Place, _clients, _clock).RunAsync(cancel);

    /// <exception cref="StoreUnavailableException">The first thing that <see cref="CheckAsync"/> finds wrong.</exception>
    public async Task RequireReadyAsync(CancellationToken cancel)
    {
        if ((await CheckAsync(cancel)).FirstOrDefault(f => !f.Ok) is { } wrong)
        {
            throw new StoreUnavailableException(wrong.Sentence);
        }
    }

    /// <summary>Makes the containers, queues and tables that are missing. Doing so twice changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The account was not opened for that.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (!_mayCreate)
        {
            throw new InvalidOperationException("Only an account that was opened with mayCreate may be prepared.");
        }

        await MakeAsync("container", StorageLayout.Containers, name => _clients.Blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancel), cancel);
        await MakeAsync("queue", StorageLayout.Queues, name => _clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancel), cancel);
        await MakeAsync("table", StorageLayout.Tables, name => _clients.Tables.GetTableClient(name).CreateIfNotExistsAsync(cancel), cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task MakeAsync<T>(string kind, IReadOnlyList<string> names, Func<string, Task<T>> make, CancellationToken cancel)
    {
        foreach (var name in names)
        {
            await StorageFaults.GuardAsync(Place, $"the {kind} {name} was not made", () => make(name), cancel);
        }
    }

    /// <summary>An account's name is unique in the world and stays; an emulator's is told by where it listens.</summary>
    private static string IdOf(StorageSettings settings) =>
        settings.Blobs.IsLoopback ? $"account-{settings.Blobs.Authority}{settings.Blobs.AbsolutePath.TrimEnd('/')}" : $"account-{settings.Account}";
}
