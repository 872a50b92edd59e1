using System.Globalization;
using System.Security.Cryptography;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Replies.Quoting;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Mails;

/// <summary>
/// Takes one document of the inbox in: parses it, finds whose reply it is and passes its id on to be read. Whatever it cannot place goes to triage with
/// the reason. Requests are told before the mail's own record is closed and the message goes last, so that a run broken off is simply run again.
/// </summary>
public sealed class IngestMail(
    RoundBook book, IDocumentStore documents, IWorkQueue queue, IMailFormat format, MatchLadder ladder, LearnMatch learn, DeliverJudgement deliver,
    TimeProvider clock)
{
    public static readonly Actor Rule = Actor.Rule("match-reply");

    /// <summary>Larger mails are kept, and a person is told, but they are not parsed: no answer to five questions is that long.</summary>
    public const long MostBytes = 160L << 20;

    /// <param name="documentName">A document of the inbox, of any name.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public async Task RunAsync(string documentName, CancellationToken cancel)
    {
        var stream = await documents.OpenAsync(documentName, cancel).ConfigureAwait(false)
            ?? throw new StoreUnavailableException($"'{documentName}' is not in the store although it was announced; the announcement comes again.");
        await using (stream.ConfigureAwait(false))
        {
            await RunAsync(documentName, stream, cancel).ConfigureAwait(false);
        }
    }

    /// <param name="documentName">A document of the inbox, of any name.</param>
    /// <param name="content">Its bytes, for whoever has them at hand: seekable, at position 0.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public async Task RunAsync(string documentName, Stream content, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel).ConfigureAwait(false));
        content.Position = 0;
        if (MailDocument.ClaimedId(documentName) != id)
        {
            // Dropped in by a person or another system under a name of its own: it is stored under its hash, and announced again by that name.
            await MailDocument.StoreAsync(documents, content, cancel).ConfigureAwait(false);
            return;
        }

        await TracedStep.OfMailAsync("ingest mail", id, () => TakeInAsync(id, content, cancel)).ConfigureAwait(false);
    }

    private async Task TakeInAsync(string id, Stream stream, CancellationToken cancel)
    {
        var mail = stream.Length > MostBytes
            ? TooLarge(id, stream.Length)
            : format.Read(await ReadAsync(stream, cancel).ConfigureAwait(false));
        var received = Collected(id, stream.Length, mail);
        var state = await book.Mails.LoadAsync(id, cancel).ConfigureAwait(false);
        if (!state.Matched)
        {
            var matched = await TracedStep.OfMailAsync("match mail", id, () => MatchAsync(mail, stream.Length > MostBytes, cancel)).ConfigureAwait(false);
            if (!state.Exists && await IsOlderThanOurLetterAsync(matched.Authorities, received.ReceivedAt, cancel).ConfigureAwait(false))
            {
                (received, matched) = Undated(received, matched);
            }

            state = state.Exists ? state : MailState.Apply(state, received);
            var duplicate = await DuplicateAsync(id, mail, matched.Authorities, cancel).ConfigureAwait(false);
            state = MailState.Apply(state, matched);
            await TellRequestsAsync(state, matched, duplicate, mail, cancel).ConfigureAwait(false);
            var (closed, _) = await book.Mails.DecideAsync(id, current => Close(current, received, matched, duplicate), cancel).ConfigureAwait(false);
            if (closed)
            {
                FoiMetrics.MailIngested(matched);
            }
        }

        await queue.SendAsync(ReplyMessages.ExtractQueue, ReplyMessages.Write(new ExtractMessage(id)), cancel).ConfigureAwait(false);
    }

    /// <summary>What stands for a mail of more than <see cref="MostBytes"/>: nothing but the reason why it was not read.</summary>
    public static Mail TooLarge(string id, long bytes) => new()
    {
        Problems = [$"The mail is {bytes >> 20} MB large and was not read; it is kept as it came. Open it by hand ({MailDocument.Name(id)})."],
    };

    private async Task TellRequestsAsync(MailState state, MailMatched matched, MailSetAside? duplicate, Mail mail, CancellationToken cancel)
    {
        if (duplicate is not null)
        {
            return;
        }

        await deliver.RunAsync(state, null, matched.Rung, matched.Evidence, Rule, ReadingStore.Judge, cancel).ConfigureAwait(false);
        await learn.SenderAsync(state, mail, cancel).ConfigureAwait(false);
    }

    private static IReadOnlyList<MailEvent> Close(MailState current, MailCollected received, MailMatched matched, MailSetAside? duplicate) =>
        current.Matched ? []
        : [.. current.Exists ? Array.Empty<MailEvent>() : [received], matched, .. duplicate is null ? Array.Empty<MailEvent>() : [duplicate]];

    private async Task<MailMatched> MatchAsync(Mail mail, bool tooLarge, CancellationToken cancel)
    {
        var cut = QuoteCutter.Cut(mail, book.Round.Questions);
        var finding = await ladder.MatchAsync(
            new MatchInput
            {
                Mail = mail, OwnWords = cut.OwnWords, Quoted = cut.Quoted, TheirReference = TheirReference.In([mail.Subject, cut.OwnWords], book.Round.ReferencePrefix),
            },
            cancel).ConfigureAwait(false);
        var doubt = tooLarge ? mail.Problems[0] : finding.Doubt?.Sentence;
        var evidence = finding.Evidence.Where(e => e.Authority is { } a && finding.Attributed.Contains(a)).Select(e => $"{e.Where}: {e.Words}").FirstOrDefault() ?? "";
        return new MailMatched(
            mail.From?.ToString() ?? "(no sender)", mail.Subject, mail.MessageId, finding.Attributed, finding.Rung?.ToString() ?? "", evidence,
            [.. finding.Suggestions.Select(s => s.Authority)], tooLarge ? "TooLarge" : finding.Doubt?.Kind.ToString(), doubt) { At = clock.GetUtcNow(), By = Rule };
    }

    /// <summary>
    /// The same message delivered twice (by two routes, say) differs in its trace headers only. The Message-ID alone proves nothing: there are
    /// ticket systems that give the acknowledgement and the answer the same one. And a reply its request was told of in a run broken
    /// off is none: two copies interrupted together would each be taken for the copy of the other, and both be lost.
    /// </summary>
    private async Task<MailSetAside?> DuplicateAsync(string id, Mail mail, IReadOnlyList<AuthorityId> authorities, CancellationToken cancel)
    {
        if (mail.MessageId.Length == 0)
        {
            return null;
        }

        foreach (var authority in authorities)
        {
            var request = await book.Requests.LoadAsync(authority.Value, cancel).ConfigureAwait(false);
            if (request.Reply(id) is null
                && request.Replies.FirstOrDefault(r => r.Mail != id && !r.Detached && r.MessageId == mail.MessageId) is { } first
                && await SaysTheSameAsync(first.Mail, mail, cancel).ConfigureAwait(false))
            {
                return new MailSetAside($"the same message ({mail.MessageId}) came before as mail {first.Mail[..10]}", first.Mail) { At = clock.GetUtcNow(), By = Rule };
            }
        }

        return null;
    }

    private async Task<bool> SaysTheSameAsync(string first, Mail mail, CancellationToken cancel)
    {
        var raw = await documents.ReadAllAsync(MailDocument.Name(first), cancel).ConfigureAwait(false);
        return raw is not null && format.Read(raw) is var other
            && other.Subject == mail.Subject && other.Body == mail.Body && other.Attachments.Count == mail.Attachments.Count
            && other.Attachments.Zip(mail.Attachments).All(pair => pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span));
    }

    // A mail that was dropped in says itself when it came: the topmost Received header is that of the server nearest to us. Headers are
    // the sender's word, though: no mail can have come later than now, and a moment in the future would hold up the clock of the request.
    private MailCollected Collected(string id, long bytes, Mail mail)
    {
        var now = clock.GetUtcNow();
        var said = mail.ReceivedAt ?? mail.Date ?? now;
        return new MailCollected(id, bytes, said < now ? said : now, "inbox") { At = now, By = Rule };
    }

    private async Task<bool> IsOlderThanOurLetterAsync(IReadOnlyList<AuthorityId> authorities, DateTimeOffset received, CancellationToken cancel)
    {
        foreach (var authority in authorities)
        {
            var request = await book.Requests.LoadAsync(authority.Value, cancel).ConfigureAwait(false);
            if (request.Letters.Min(l => l.SentAt) is { } sent && LondonDay.Of(received) < LondonDay.Of(sent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No reply comes before its letter: a date that says so would make a late answer look early, so it is not believed and a person is told.</summary>
    private static (MailCollected Received, MailMatched Matched) Undated(MailCollected received, MailMatched matched)
    {
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"Its headers date it {LondonDay.Of(received.ReceivedAt):d MMMM yyyy}, before our letter left. It counts as come when it was dropped in; say whose it is if that is right.");
        return (received with { ReceivedAt = received.At }, matched with { DoubtKind = "DatedBeforeOurLetter", Doubt = matched.Doubt ?? sentence });
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancel).ConfigureAwait(false);
        return bytes;
    }
}
