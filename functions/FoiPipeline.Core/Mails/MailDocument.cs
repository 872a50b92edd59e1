using System.Security.Cryptography;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Mails;

/// <summary>Where the raw bytes of a mail are kept.</summary>
public static class MailDocument
{
    public const string Container = "inbox";

    /// <param name="id">Lower-case hexadecimal SHA-256 of the bytes.</param>
    public static string Name(string id) => $"{Container}/{id}.eml";

    /// <summary>The hash a document's name claims, if it has the shape of one.</summary>
    public static string? ClaimedId(string documentName)
    {
        var file = documentName[(documentName.LastIndexOf('/') + 1)..];
        return file.Length == 68 && file.EndsWith(".eml", StringComparison.Ordinal) && file.AsSpan(0, 64).IndexOfAnyExcept("0123456789abcdef") < 0
            ? file[..64]
            : null;
    }

    /// <summary>Stores a mail under its hash, unless it is there already.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="raw">Seekable; read twice.</param>
    /// <param name="cancel">Stops the writing; nothing half is left.</param>
    public static async Task<(string Id, bool Created)> StoreAsync(IDocumentStore documents, Stream raw, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(raw, cancel).ConfigureAwait(false));
        raw.Position = 0;
        var put = await documents.PutIfAbsentAsync(Name(id), raw, cancel).ConfigureAwait(false);
        return (id, put.Created);
    }
}
