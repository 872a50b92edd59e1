using System.Security.Cryptography;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Rounds;

/// <summary>Copies documents, and holds every one against its hash.</summary>
internal sealed class CopyDocuments(IStore from, IStore to)
{
    public int New { get; private set; }

    /// <returns>How many documents are the same in both stores now, and their bytes.</returns>
    /// <param name="which">Which documents.</param>
    /// <param name="progress">Told the number so far.</param>
    /// <param name="cancel">Stops between two documents.</param>
    /// <exception cref="CopyException">A name holds something else in the other store.</exception>
    public async Task<(int Documents, long Bytes)> RunAsync(Func<string, bool> which, Action<int>? progress, CancellationToken cancel)
    {
        var (documents, bytes) = (0, 0L);
        await foreach (var document in from.Documents.ListAsync("", cancel).ConfigureAwait(false))
        {
            if (which(document.Name))
            {
                bytes += await CopyAsync(document.Name, cancel).ConfigureAwait(false);
                progress?.Invoke(++documents);
            }
        }

        return (documents, bytes);
    }

    private async Task<long> CopyAsync(string name, CancellationToken cancel)
    {
        var content = await from.Documents.OpenAsync(name, cancel).ConfigureAwait(false)
            ?? throw new CopyException($"The document {name} vanished from {from.Place} while it was copied. Nothing may be deleted there; run the same command again.");
        await using (content.ConfigureAwait(false))
        {
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel).ConfigureAwait(false));
            content.Position = 0;

            // What a person dropped in under a name of its own is stored under its hash, as it will be when it is taken in.
            var put = await to.Documents.PutIfAbsentAsync(DocumentName.IsValid(name) ? name : MailDocument.Name(hash), content, cancel).ConfigureAwait(false);
            if (put.Sha256 != hash)
            {
                throw new CopyException($"The document {name} in {to.Place} is not the one in {from.Place} (SHA-256 {put.Sha256} and {hash}). Nothing was overwritten; choose an empty place to copy to.");
            }

            New += put.Created ? 1 : 0;
            return put.Length;
        }
    }
}
