using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// One reading of one document: a single request, whole, so that its hash is known to be right before a byte of it is used. A large document
/// waits in a private temporary file that is gone when the stream is closed.
/// </summary>
internal sealed class BlobDownload(string place, string name, BlockBlobClient blob, bool mayCreate)
{
    /// <summary>Up to this size a document is held in memory, in bytes.</summary>
    internal const int InMemory = 8 * 1024 * 1024;

    private readonly string _doing = $"the document {name} was not read";

    /// <summary>The document from its first byte, seekable; nothing when there is none.</summary>
    public async Task<Stream?> OpenAsync(CancellationToken cancel)
    {
        using var answer = await StorageFaults.GuardAsync(place, _doing, () => AskAsync(cancel), cancel);
        if (answer is null)
        {
            return null;
        }

        Stream document = answer.Details.ContentLength <= InMemory ? new MemoryStream((int)answer.Details.ContentLength) : TemporaryFile();
        try
        {
            await ReceiveAsync(answer, document, cancel);
            document.Position = 0;
            return document;
        }
        catch
        {
            await document.DisposeAsync();
            throw;
        }
    }

    private async Task<BlobDownloadStreamingResult?> AskAsync(CancellationToken cancel)
    {
        try
        {
            return (await blob.DownloadStreamingAsync(cancellationToken: cancel)).Value;
        }
        catch (RequestFailedException fault) when (
            fault.ErrorCode == BlobErrorCode.BlobNotFound || (mayCreate && fault.ErrorCode == BlobErrorCode.ContainerNotFound))
        {
            return null;
        }
    }

    private async Task ReceiveAsync(BlobDownloadStreamingResult answer, Stream document, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        int read;
        while ((read = await StorageFaults.GuardAsync(place, _doing, () => answer.Content.ReadAsync(buffer, cancel).AsTask(), cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            Keep(document, buffer.AsSpan(0, read));
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (document.Length != answer.Details.ContentLength || (BlobMark.Sha256In(answer.Details.Metadata) ?? sha256) != sha256)
        {
            throw new StoreUnavailableException(
                $"The document {name} in the storage account {place} is damaged: its bytes have not the hash it was stored under; restore the version before it, or copy it from a backup.");
        }
    }

    private void Keep(Stream document, ReadOnlySpan<byte> bytes)
    {
        try
        {
            document.Write(bytes);
        }
        catch (IOException fault)
        {
            throw NoRoom(fault);
        }
    }

    /// <summary>Without a name as soon as it is open, where the system allows it: not even a killed process leaves it behind.</summary>
    private FileStream TemporaryFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            options.Options = FileOptions.None;
        }

        try
        {
            var file = new FileStream(path, options);
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
            }

            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NoRoom(fault);
        }
    }

    private StoreUnavailableException NoRoom(Exception fault) =>
        new($"The document {name} does not fit into {Path.GetTempPath()}, so it was not read: make room there, or set TMPDIR to a folder with room.", fault);
}
