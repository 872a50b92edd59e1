using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Replies;

/// <summary>
/// Gets the text out of a mail that was taken in, judges what it is and tells the requests it belongs to. The reading is written once; every
/// further step looks at what is there, so a message delivered twice, or after a crash, ends the same.
/// </summary>
public sealed class ExtractReply(
    RoundBook book, IDocumentStore documents, IMailFormat format, ReadMail read, ReadingStore readings, DeliverJudgement deliver, LearnMatch learn,
    AuthorityIndex index, TimeProvider clock)
{
    public Task RunAsync(string mailId, CancellationToken cancel) => TracedStep.OfMailAsync("extract reply", mailId, () => ExtractAsync(mailId, cancel));

    private async Task ExtractAsync(string mailId, CancellationToken cancel)
    {
        var state = await book.Mails.LoadAsync(mailId, cancel).ConfigureAwait(false);
        if (!state.Matched)
        {
            throw new StoreUnavailableException($"Mail {mailId} is not taken in yet, so it cannot be read; the message comes again.");
        }

        var stored = await readings.FindAsync(mailId, cancel).ConfigureAwait(false)
            ?? await TracedStep.OfMailAsync("read mail", mailId, () => ReadAsync(state, cancel)).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var extracted = new TextExtracted(
            ReadingStore.DocumentName(mailId), stored.Verdict.Judgement.Kind, stored.Verdict.Judgement.Confidence, stored.Verdict.Judgement.Evidence,
            Unreadable(state, stored), Suggestions(state, stored)) { At = now, By = ReadingStore.Judge };
        (_, state) = await book.Mails.DecideAsync(mailId, mail => mail.Reading is null ? [extracted] : [], cancel).ConfigureAwait(false);

        // After the note that it was read: a person who attaches the mail elsewhere meanwhile either is seen here, or sees the note there.
        if (state.SetAside is null)
        {
            await deliver.RunAsync(state, stored.Verdict, "attributed earlier", "", IngestMail.Rule, ReadingStore.Judge, cancel).ConfigureAwait(false);
            await learn.TheirReferenceAsync(state, stored.Verdict.TheirReference, cancel).ConfigureAwait(false);
        }
    }

    private async Task<StoredReading> ReadAsync(MailState state, CancellationToken cancel)
    {
        var mail = state.Bytes > IngestMail.MostBytes ? IngestMail.TooLarge(state.Mail, state.Bytes) : await ParseAsync(state.Mail, cancel).ConfigureAwait(false);
        var reading = await read.RunAsync(mail, book.Round.Questions, book.Round.ReferencePrefix, cancel).ConfigureAwait(false);
        return await readings.KeepAsync(state.Mail, reading, cancel).ConfigureAwait(false);
    }

    private async Task<Mail> ParseAsync(string mailId, CancellationToken cancel) =>
        format.Read(await documents.ReadAllAsync(MailDocument.Name(mailId), cancel).ConfigureAwait(false)
            ?? throw new StoreUnavailableException($"The bytes of mail {mailId} are missing from the store. Restore the inbox from its backup."));

    // Pictures in a signature are no documents; whatever else could not be read may be the answer.
    private static List<string> Unreadable(MailState mail, StoredReading stored) =>
        [.. mail.Bytes > IngestMail.MostBytes ? stored.Problems : [], .. stored.Attachments.Where(a => a.Text.Problem is not null && !IsDecoration(a)).Select(a => $"{a.Name}: {a.Text.Problem}")];

    private static bool IsDecoration(ReadAttachment attachment) =>
        attachment.IsInline || attachment.Type.StartsWith("image/", StringComparison.Ordinal) || attachment.Text.Type is "image" or "calendar" or "signature";

    private List<AuthorityId> Suggestions(MailState mail, StoredReading stored) =>
        mail.Authorities.Count > 0 && mail.Doubt is null
            ? []
            : [.. stored.Attachments.SelectMany(a => NamedIn(Start(a.Text.Text))).Distinct().Except(mail.Authorities).Take(MatchFinding.MostSuggestions)];

    private IEnumerable<AuthorityId> NamedIn(string text) =>
        index.FindNames(text).Hits.Where(h => h.Strength == NameStrength.Strong).SelectMany(h => h.Authorities);

    // A letterhead and the opening sentences name whose letter it is; a long policy names half the country.
    private static string Start(string text) => text.Length > 2000 ? text[..2000] : text;
}
