using System.Text.Json;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Replies;

/// <summary>What was read out of each mail, kept as one JSON document a mail (<c>text/{mail}.json</c>), written once.</summary>
public sealed class ReadingStore(IDocumentStore documents)
{
    /// <summary>The rule that judges replies, as it signs in the journal.</summary>
    public static readonly Actor Judge = Actor.Rule("judge-reply");

    public static string DocumentName(string mail) => $"text/{mail}.json";

    /// <summary>Stores a reading, or answers with the one that is there: the first one stands.</summary>
    public async Task<StoredReading> KeepAsync(string mail, StoredReading reading, CancellationToken cancel)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(reading, FoiJson.Readable);
        var put = await documents.PutIfAbsentAsync(DocumentName(mail), new MemoryStream(bytes), cancel).ConfigureAwait(false);
        return put.Created ? reading : (await FindAsync(mail, cancel).ConfigureAwait(false))!;
    }

    /// <summary>The reading of a mail, or nothing if it has not been read yet.</summary>
    public async Task<StoredReading?> FindAsync(string mail, CancellationToken cancel)
    {
        var bytes = await documents.ReadAllAsync(DocumentName(mail), cancel).ConfigureAwait(false);
        return bytes is null ? null : JsonSerializer.Deserialize<StoredReading>(bytes, FoiJson.Readable);
    }

    /// <summary>What a mail was read to be; nothing while it has not been read.</summary>
    public async Task<Verdict?> VerdictAsync(MailState mail, CancellationToken cancel) =>
        mail.Reading is null ? null : (await FindAsync(mail.Mail, cancel).ConfigureAwait(false))?.Verdict;
}

/// <summary>The document in which a reading is kept.</summary>
/// <param name="Schema">1; a later version that reads differently counts on.</param>
/// <param name="Reading">The judgement, own words and answers.</param>
/// <param name="Attachments">Each attachment with its text, passage by passage.</param>
/// <param name="Verdict">What requests are told.</param>
/// <param name="Problems">What was damaged in the mail itself.</param>
public sealed record StoredReading(
    int Schema, Reading Reading, IReadOnlyList<ReadAttachment> Attachments, Verdict Verdict, IReadOnlyList<string> Problems);
