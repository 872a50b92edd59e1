using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Watching;

/// <summary>Documents of which one cannot be opened.</summary>
internal sealed class FailingDocuments(IDocumentStore inner, string bad) : IDocumentStore
{
    public const string Problem = "its disk block is unreadable";

    public Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel) => inner.PutIfAbsentAsync(name, content, cancel);

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel) => name == bad ? throw new StoreUnavailableException(Problem) : inner.OpenAsync(name, cancel);

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel) => inner.ListAsync(prefix, cancel);
}
