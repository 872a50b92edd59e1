using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// One put of one document. What fits into a block goes in a single request; what is larger is staged block by block and appears with the
/// commit, so nobody sees half of it, and a source that breaks off leaves blocks that nobody sees and the service drops after a week.
/// Faults of the source are the caller's and come through as they are.
/// </summary>
internal sealed class BlobUpload(string place, string name, BlockBlobClient blob, bool mayCreate)
{
    /// <summary>What is held in memory, and what must get through within one attempt's patience.</summary>
    internal const int BlockBytes = 4 * 1024 * 1024;

    private static readonly UploadTransferValidationOptions Checked = new() { ChecksumAlgorithm = StorageChecksumAlgorithm.MD5 };

    private readonly Guid _put = Guid.NewGuid();

    public async Task<DocumentPut> PutAsync(Stream content, CancellationToken cancel)
    {
        var room = content.CanSeek ? (int)Math.Clamp(content.Length - content.Position + 1, 1, BlockBytes) : BlockBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(room);
        try
        {
            var block = buffer.AsMemory(0, room);
            var read = await content.ReadAtLeastAsync(block, room, throwOnEndOfStream: false, cancel);
            return read < room ? await PutWholeAsync(buffer, read, cancel) : await PutInBlocksAsync(buffer, read, content, cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<DocumentPut> PutWholeAsync(byte[] buffer, int length, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(buffer.AsSpan(0, length)));
        var options = new BlobUploadOptions
        {
            Conditions = OnlyIfAbsent,
            Metadata = BlobMark.Of(hash, Put),
            TransferValidation = Checked,
            TransferOptions = new StorageTransferOptions { InitialTransferSize = BlockBytes, MaximumTransferSize = BlockBytes },
        };
        // Blocks that a broken-off put left behind make the emulator refuse a name that nobody has; a commit of our own block takes it.
        return await StoringAsync(hash, length, () => blob.UploadAsync(Part(buffer, length), options, cancel), cancel)
            ?? await PutInBlocksAsync(buffer, length, Stream.Null, cancel);
    }

    private async Task<DocumentPut> PutInBlocksAsync(byte[] buffer, int first, Stream content, CancellationToken cancel)
    {
        if (await CallAsync(() => LookAsync(cancel), cancel) is { } taken)
        {
            return taken;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var blocks = new List<string>();
        var block = buffer.AsMemory(0, Math.Min(buffer.Length, BlockBytes));
        var length = 0L;
        for (var read = first; read > 0; read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancel))
        {
            hash.AppendData(buffer, 0, read);
            blocks.Add(BlockId(blocks.Count));
            await StageAsync(blocks[^1], buffer, read, cancel);
            length += read;
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        var options = new CommitBlockListOptions { Conditions = OnlyIfAbsent, Metadata = BlobMark.Of(sha256, Put) };
        return await StoringAsync(sha256, length, () => blob.CommitBlockListAsync(blocks, options, cancel), cancel)
            ?? throw new StoreUnavailableException($"The storage account {place} refused the name {name} although nothing has it, so the document was not stored: run it again.");
    }

    private Task StageAsync(string id, byte[] buffer, int length, CancellationToken cancel)
    {
        var options = new BlockBlobStageBlockOptions { TransferValidation = Checked };
        return CallAsync(() => blob.StageBlockAsync(id, Part(buffer, length), options, cancel), cancel);
    }

    /// <summary>
    /// The write that makes the document appear. When it is refused, whatever stands there decides: our own earlier try, or somebody else's document;
    /// nothing if nothing stands there.
    /// </summary>
    private Task<DocumentPut?> StoringAsync(string sha256, long length, Func<Task<Response<BlobContentInfo>>> write, CancellationToken cancel) =>
        CallAsync<DocumentPut?>(
            async () =>
            {
                try
                {
                    await write();
                    return new DocumentPut(Created: true, sha256, length);
                }
                catch (RequestFailedException fault) when (MayBeTaken(fault))
                {
                    return await LookAsync(cancel);
                }
            },
            cancel);

    /// <summary>
    /// Refusals of a name that is taken: the condition, an immutability policy that speaks first, and blocks that are gone because another writer
    /// has committed its own.
    /// </summary>
    private static bool MayBeTaken(RequestFailedException fault) =>
        fault.Status == 412
        || fault.ErrorCode == BlobErrorCode.BlobAlreadyExists || fault.ErrorCode == BlobErrorCode.InvalidBlockList
        || fault.ErrorCode == BlobErrorCode.UnauthorizedBlobOverwrite || fault.ErrorCode == "BlobImmutableDueToPolicy";

    /// <summary>The document that has the name, or nothing.</summary>
    private async Task<DocumentPut?> LookAsync(CancellationToken cancel)
    {
        try
        {
            var there = (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value;
            var sha256 = BlobMark.Sha256In(there.Metadata) ?? await HashAsync(there.ETag, cancel);
            return new DocumentPut(BlobMark.IsOf(there, Put), sha256, there.ContentLength);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private async Task<string> HashAsync(ETag version, CancellationToken cancel)
    {
        var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = version } };
        using var answer = (await blob.DownloadStreamingAsync(options, cancel)).Value;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(answer.Content, cancel));
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancel) =>
        StorageFaults.GuardAsync(place, $"the document {name} was not stored", () => InContainerAsync(call, cancel), cancel);

    private async Task<T> InContainerAsync<T>(Func<Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException fault) when (mayCreate && fault.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancel);
            return await call();
        }
    }

    private string Put => _put.ToString("N");

    private static BlobRequestConditions OnlyIfAbsent => new() { IfNoneMatch = ETag.All };

    private static MemoryStream Part(byte[] buffer, int length) => new(buffer, 0, length, writable: false);

    /// <summary>Ids of blocks must be of one length within a blob, and differ from those of any other writer.</summary>
    private string BlockId(int number)
    {
        Span<byte> id = stackalloc byte[20];
        _put.TryWriteBytes(id);
        BinaryPrimitives.WriteInt32BigEndian(id[16..], number);
        return Convert.ToBase64String(id);
    }
}
