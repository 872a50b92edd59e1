using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>Which containers a <see cref="BlobDocumentStore"/> sees.</summary>
internal enum BlobScope
{
    /// <summary>All that may hold documents: not the register's own, nor the Functions host's.</summary>
    Documents,

    /// <summary>The register's own container for large payloads, and no other.</summary>
    Payloads,
}

/// <summary>
/// Documents as block blobs: the first segment of a name is the container, the rest the blob. The service itself refuses to write a name twice
/// (<c>If-None-Match: *</c>), and each put marks its blob with an id of its own: when the answer to a write is lost and the client library tries
/// again, the refusal is recognised as our own earlier success. Blobs that others dropped in are documents like all others.
/// The service lists in ordinal order as long as the account has no hierarchical namespace.
/// </summary>
public sealed class BlobDocumentStore : IDocumentStore
{
    private readonly BlobServiceClient _account;
    private readonly string _place;
    private readonly bool _mayCreate;
    private readonly BlobScope _scope;

    internal BlobDocumentStore(BlobServiceClient account, string place, bool mayCreate, BlobScope scope = BlobScope.Documents) =>
        (_account, _place, _mayCreate, _scope) = (account, place, mayCreate, scope);

    /// <summary>Blobs a page, for a test of many pages.</summary>
    internal int? PageSize { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name breaks the rule of all stores, or its first segment cannot be a container of documents.</exception>
    public Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel)
    {
        DocumentName.Require(name);
        var blob = Find(name) ?? throw new ArgumentException(
            $"'{name}' cannot be stored: its container needs 3 to 63 lower-case letters, digits and single hyphens, and must not be one of the system's own.", nameof(name));
        return new BlobUpload(_place, name, blob, _mayCreate).PutAsync(content, cancel);
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancel)
    {
        DocumentName.RequireReadable(name);
        return Find(name) is { } blob ? await new BlobDownload(_place, name, blob, _mayCreate).OpenAsync(cancel) : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel)
    {
        DocumentName.RequirePrefix(prefix);
        return Walk(prefix, cancel);
    }

    private async IAsyncEnumerable<DocumentInfo> Walk(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var container in await ContainersAsync(prefix, cancel))
        {
            var start = container + "/";
            var within = prefix.Length > start.Length ? prefix[start.Length..] : null;
            await foreach (var page in PagesAsync(container, within, cancel))
            {
                foreach (var document in page.Values.Select(blob => Describe(start, blob)).OfType<DocumentInfo>())
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return document;
                }
            }
        }
    }

    /// <summary>A container sorts as its name and a slash, because that is how the names of its documents go on.</summary>
    private async Task<IReadOnlyList<string>> ContainersAsync(string prefix, CancellationToken cancel)
    {
        if (prefix.IndexOf('/', StringComparison.Ordinal) is var end and >= 0)
        {
            return IsOurs(prefix[..end]) ? [prefix[..end]] : [];
        }

        var names = new List<string>();
        var pages = _account.GetBlobContainersAsync(prefix: prefix.Length == 0 ? null : prefix, cancellationToken: cancel).AsPages();
        await foreach (var page in StorageFaults.GuardAsync(_place, Listing(prefix), pages, cancel))
        {
            names.AddRange(page.Values.Select(c => c.Name).Where(IsOurs));
        }

        return [.. names.OrderBy(n => n + "/", StringComparer.Ordinal)];
    }

    private IAsyncEnumerable<Page<BlobItem>> PagesAsync(string container, string? prefix, CancellationToken cancel)
    {
        var pages = _account.GetBlobContainerClient(container).GetBlobsAsync(prefix: prefix, cancellationToken: cancel).AsPages(pageSizeHint: PageSize);
        return StorageFaults.GuardAsync(_place, Listing(container + "/" + prefix), _mayCreate ? NoneIfAbsent(pages, cancel) : pages, cancel);
    }

    /// <summary>Whoever may make a container finds an absent one empty.</summary>
    private static async IAsyncEnumerable<Page<BlobItem>> NoneIfAbsent(IAsyncEnumerable<Page<BlobItem>> pages, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var page = pages.GetAsyncEnumerator(cancel);
        while (await MoveNextAsync())
        {
            yield return page.Current;
        }

        async Task<bool> MoveNextAsync()
        {
            try
            {
                return await page.MoveNextAsync();
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
            {
                return false;
            }
        }
    }

    private static DocumentInfo? Describe(string start, BlobItem blob) =>
        DocumentName.IsReadable(start + blob.Name)
            ? new DocumentInfo(start + blob.Name, blob.Properties.ContentLength ?? 0, blob.Properties.CreatedOn ?? blob.Properties.LastModified ?? default)
            : null;

    private BlockBlobClient? Find(string name)
    {
        var end = name.IndexOf('/', StringComparison.Ordinal);
        return IsOurs(name[..end]) ? _account.GetBlobContainerClient(name[..end]).GetBlockBlobClient(name[(end + 1)..]) : null;
    }

    private bool IsOurs(string container) =>
        StorageLayout.MayHoldDocuments(container) && (container == StorageLayout.PayloadContainer) == (_scope == BlobScope.Payloads);

    private static string Listing(string prefix) => prefix.Length == 0 ? "the documents were not listed" : $"the documents of {prefix} were not listed";
}
