using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// Documents as files: a folder a container. A document is written beside its place, flushed, and then linked to its name, which the file system
/// does for one writer only; so several processes may share the folder, and a crash leaves nothing but a partial file that the next process
/// removes. Files are read-only and folders private. Symbolic links below the root are not followed.
/// A document's name cannot be the folder of another's (<c>text/a</c> and <c>text/a/b</c>).
/// </summary>
/// <param name="root">The folder; it is made when the first document comes.</param>
/// <param name="clock">Dates the documents.</param>
public sealed class FileDocumentStore(string root, TimeProvider clock) : IDocumentStore, IDisposable
{
    private readonly DocumentFolders _folders = new(root);
    private readonly Lock _claiming = new();
    private PartialFolder? _partial;

    /// <inheritdoc/>
    public async Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel)
    {
        DocumentName.Require(name);
        if (Look(name) is { } stored)
        {
            return await DescribeAsync(name, stored, cancel);
        }

        var partial = Storing(name, NewPartial);
        try
        {
            var put = await WriteAsync(partial, name, content, cancel);
            if (!Storing(name, () => _folders.TryPublish(partial, name)))
            {
                return await DescribeAsync(name, Look(name) ?? throw Vanished(name), cancel);
            }

            return put;
        }
        finally
        {
            PartialFolder.Discard(partial);
        }
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancel)
    {
        DocumentName.RequireReadable(name);
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(Look(name));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel)
    {
        DocumentName.RequirePrefix(prefix);
        return Walk(prefix, cancel);
    }

    public void Dispose() => _partial?.Dispose();

    private async IAsyncEnumerable<DocumentInfo> Walk(string prefix, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var document in _folders.List(prefix).ToAsyncEnumerable().WithCancellation(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            yield return document;
        }
    }

    private FileStream? Look(string name)
    {
        try
        {
            return _folders.Open(name);
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, root, $"the document {name} was not read");
        }
    }

    private string NewPartial()
    {
        lock (_claiming)
        {
            PrivateFolder.Create(root);
            return (_partial ??= PartialFolder.Claim(root)).NewPath();
        }
    }

    /// <summary>Only what the disk refuses is explained here: a fault of the stream that is being read belongs to the caller.</summary>
    private async Task<DocumentPut> WriteAsync(string partial, string name, Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = Storing(name, () => PrivateFolder.NewFile(partial, UnixFileMode.UserRead));
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            Storing(name, () => file.Write(buffer, 0, read));
        }

        var length = file.Position;
        Storing(name, () =>
        {
            File.SetLastWriteTimeUtc(file.SafeFileHandle, clock.GetUtcNow().UtcDateTime);
            file.Flush(flushToDisk: true);
        });
        return new DocumentPut(Created: true, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    /// <summary>Another process may have linked the name a moment ago: the answer waits until the name, too, is on the disk.</summary>
    private async Task<DocumentPut> DescribeAsync(string name, FileStream stored, CancellationToken cancel)
    {
        await using (stored)
        {
            Storing(name, () => _folders.Flush(name));
            var hash = await SHA256.HashDataAsync(stored, cancel);
            return new DocumentPut(Created: false, Convert.ToHexStringLower(hash), stored.Length);
        }
    }

    private void Storing(string name, Action work) => Storing(name, () =>
    {
        work();
        return true;
    });

    private T Storing<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, root, $"the document {name} was not stored");
        }
    }

    private StoreUnavailableException Vanished(string name) =>
        new($"{root} changed under our hands, so the document {name} was not stored: run the command again, and keep other programs out of the folder.");
}
