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

    /// <summary>
    /// A document's name for a log: a mail under its hash as it is; one that a person dropped in under a name of its own, which may name people, by the hash of
    /// that name.
    /// </summary>
    public static string ForLog(string documentName) => ClaimedId(documentName) is not null
        ? documentName
        : $"{Container}/(own name, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(documentName)))[..10]})";

    /// <summary>Stores a mail under its hash, unless it is there already.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="raw">Seekable; read twice.</param>
    /// <param name="cancel">Stops the writing; nothing half is left.</param>
    public static async Task<(string Id, bool Created)> StoreAsync(IDocumentStore documents, Stream raw, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(raw, cancel).ConfigureAwait(false));
        raw.Position = 0;
        var put = await documents.PutIfAbsentAsync(Name(id), raw, cancel).ConfigureAwait(false);
        return put.Sha256 == id
            ? (id, put.Created)
            : throw new StoreUnavailableException($"Under the name {Name(id)} lies something else (SHA-256 {put.Sha256}), so the mail was not stored. Look who put it there; the mail comes again when it is moved away.");
    }
}
