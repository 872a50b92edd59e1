using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Clockwork;

/// <summary>
/// A store that names each document created through it, once it is safely stored, so that the clockwork of this process need not look for it.
/// Documents of other processes are not announced, and an announcement dies with the process: who must not miss one lists as well.
/// </summary>
public sealed class AnnouncingStore(IStore store) : IStore, IDocumentStore
{
    public event EventHandler<DocumentCreatedEventArgs>? Created;

    public string Place => store.Place;

    public string Id => store.Id;

    public IRegister Register => store.Register;

    public IDocumentStore Documents => this;

    public IWorkQueue Queue => store.Queue;

    public IReceipts Receipts => store.Receipts;

    /// <summary>The store as it is without announcements.</summary>
    public IStore Inner => store;

    /// <inheritdoc/>
    public async Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel)
    {
        var put = await store.Documents.PutIfAbsentAsync(name, content, cancel).ConfigureAwait(false);
        if (put.Created)
        {
            Created?.Invoke(this, new DocumentCreatedEventArgs(name));
        }

        return put;
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancel) => store.Documents.OpenAsync(name, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel) => store.Documents.ListAsync(prefix, cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
