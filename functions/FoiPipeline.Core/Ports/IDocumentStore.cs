namespace FoiPipeline.Core.Ports;

/// <summary>
/// Write-once storage of evidence. Names look like <c>inbox/5f3a….eml</c>: a container (<c>inbox</c>, <c>letters</c>, <c>text</c>, <c>round</c>)
/// and a path of a-z, A-Z, 0-9, '-', '_', '.', separated by '/', no segment starting with a dot, at most 200 characters;
/// other names throw <see cref="ArgumentException"/>, except where a document of such a name was put there by others and is
/// <see cref="DocumentName.IsReadable">readable</see>. A failure of the store throws <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IDocumentStore
{
    /// <summary>
    /// Stores the content under the name unless the name is taken. A reader never sees half a document, a crash leaves none,
    /// and when the answer is given the bytes are on the disk.
    /// </summary>
    Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel);

    /// <summary>A seekable stream from the first byte, or nothing when there is no such document. The caller disposes it.</summary>
    Task<Stream?> OpenAsync(string name, CancellationToken cancel);

    /// <summary>The documents whose name starts with <paramref name="prefix"/>, in ordinal order of name.</summary>
    IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel);
}

/// <param name="Created">False when the name was taken already; hash and length are then those of the document that is there.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of the stored bytes.</param>
/// <param name="Length">Bytes.</param>
public sealed record DocumentPut(bool Created, string Sha256, long Length);

/// <param name="Name">Container and path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Stored">When it was stored.</param>
public sealed record DocumentInfo(string Name, long Length, DateTimeOffset Stored);
