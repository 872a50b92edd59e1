using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>JSON in a row, or the name of the document that holds it. One of the two.</summary>
internal readonly record struct Payload(string? Text, string? Document)
{
    public const string Inline = "Json";
    public const string Elsewhere = "Document";

    public static Payload Of(TableEntity row) => new(row.GetString(Inline), row.GetString(Elsewhere));
}

/// <summary>
/// Keeps what is too large for a row in documents named after their content, <c>payload/{sha256}.json</c>. A property holds 32,768 characters, a
/// transaction 4 MB.
/// </summary>
internal sealed class RegisterPayloads(IDocumentStore documents, string place)
{
    /// <summary>Characters of one payload in a row.</summary>
    public const int MaxInline = 30_000;

    /// <summary>Characters of all payloads in one transaction. JSON may take six bytes for one, so this stays below 4 MB.</summary>
    public const int MaxInlineTogether = 600_000;

    /// <summary>How long a payload may be to stand in the rows of a transaction that writes this many.</summary>
    public static int InlineLimit(int payloads) => Math.Min(MaxInline, MaxInlineTogether / payloads);

    /// <summary>A payload longer than <paramref name="limit"/> is stored before the row that names it; doing so twice changes nothing.</summary>
    public async Task<Payload> KeepAsync(string json, int limit, CancellationToken cancel)
    {
        if (json.Length <= limit)
        {
            return new Payload(json, null);
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = $"payload/{hash}.json";
        using var content = new MemoryStream(bytes, writable: false);
        var put = await documents.PutIfAbsentAsync(name, content, cancel);
        return put.Sha256 == hash ? new Payload(null, name) : throw Damaged(name);
    }

    /// <exception cref="StoreUnavailableException">The document is missing or not what it was.</exception>
    public async Task<string> ReadAsync(TableEntity row, CancellationToken cancel)
    {
        var payload = Payload.Of(row);
        if (payload.Document is not { } name)
        {
            return payload.Text ?? throw RegisterRows.Damaged(row);
        }

        await using var document = await documents.OpenAsync(name, cancel) ?? throw Damaged(name);
        using var bytes = new MemoryStream();
        await document.CopyToAsync(bytes, cancel);
        var content = bytes.ToArray();
        return name == $"payload/{Convert.ToHexStringLower(SHA256.HashData(content))}.json" ? Encoding.UTF8.GetString(content) : throw Damaged(name);
    }

    private StoreUnavailableException Damaged(string name) =>
        new($"The document {name} in the storage account {place} is missing or not what it was when the register named it: restore an earlier version of it.");
}
