using System.Globalization;
using System.Runtime.CompilerServices;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Reporting;

/// <summary>The round as tables: requests, letters, replies and answers by question. Every row names the reference or mail it can be retraced by.</summary>
public sealed class ExportRound(RoundBook book, ReadingStore readings, TimeProvider clock)
{
    public IReadOnlyList<ExportTable> Tables(CancellationToken cancel)
    {
        var attributes = book.Round.Authorities.SelectMany(a => a.Attributes.Keys).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            new ExportTable("requests", [.. RequestColumns, .. attributes.Select(a => new ExportColumn(a, "Column of the register, as it was when the round was opened."))], Requests(attributes, cancel)),
            new ExportTable("letters", LetterColumns, Letters(cancel)),
            new ExportTable("replies", ReplyColumns, Replies(cancel)),
            new ExportTable("answers", AnswerColumns, Answers(cancel)),
        ];
    }

    private static readonly ExportColumn[] RequestColumns =
    [
        new("reference", "Our reference: round prefix and the authority's code."),
        new("code", "The authority's code on the register (ODS code for NHS bodies)."),
        new("authority", "The authority's name on the register."),
        new("address", "The address letters go to now."),
        new("delivery", "How far the request itself got: Queued, Sending, Sent, Deferred, Refused, Bounced, Unconfirmed."),
        new("correspondence", "What came back: Silent, Acknowledged, InConversation."),
        new("turn", "Who has to do the next thing: Theirs, Ours, Nobodys."),
        new("clock", "The statutory clock: NotStarted, Running, Paused, Stopped."),
        new("received_on", "London day from which the 20 working days are reckoned (YYYY-MM-DD)."),
        new("due_strict", "20th working day after receipt under s.10, as the ICO counts (YYYY-MM-DD)."),
        new("due_lenient", "The same where receipt on a non-working day counts as the next working day (YYYY-MM-DD)."),
        new("ceiling", "40th working day after receipt (YYYY-MM-DD)."),
        new("days_late", "Working days between the strict due date and the answer, or today while there is none; 0 when not late."),
        new("because", "Why these dates."),
        new("answered_on", "London day of the first answer in substance (YYYY-MM-DD)."),
        new("outcome", "None, Full, Partial, NotHeld, Refused, Transferred, Withdrawn."),
        new("usable", "yes if the study can interpret the answer (Full, Partial, NotHeld)."),
        new("their_references", "The authority's own references, separated by '; '."),
    ];

    private static readonly ExportColumn[] LetterColumns =
    [
        new("reference", "Our reference of the request."),
        new("letter", "Id of the letter: round, authority, kind, number."),
        new("to", "Address it was sent to; empty before the first attempt."),
        new("delivery", "Queued, Sending, Sent, Deferred, Refused, Bounced, Unconfirmed."),
        new("attempts", "Number of attempts."),
        new("sent_at", "When the mail server took it (UTC, ISO 8601)."),
        new("message_id", "Message-ID of the letter."),
        new("sha256", "SHA-256 of the exact bytes, stored as letters/{letter}.eml."),
        new("words", "The mail server's latest words."),
    ];

    private static readonly ExportColumn[] ReplyColumns =
    [
        new("reference", "Our reference of the request it is credited to; a mail for several requests has a row for each."),
        new("mail", "SHA-256 of the raw mail, stored as inbox/{mail}.eml."),
        new("received_at", "When the mailbox's server took it (UTC, ISO 8601)."),
        new("from", "Sender as written."),
        new("subject", "Subject as written."),
        new("kind", "What it was judged to be; empty until it has been read."),
        new("confidence", "How sure the judgement is, 0 to 1; 1 when a person judged."),
        new("judged_by", "person or rule."),
        new("detached", "yes if a person took it away from this request again."),
        new("queued", "yes if it stands in the queue for classification."),
    ];

    private static readonly ExportColumn[] AnswerColumns =
    [
        new("reference", "Our reference of the request."),
        new("mail", "SHA-256 of the raw mail the answer stands in."),
        new("question", "Number of the question; 0 for text that belongs to none."),
        new("answer", "The authority's own words."),
        new("source", "body, or the attachment's name and place."),
    ];

    private async IAsyncEnumerable<IReadOnlyList<string>> Requests(IReadOnlyList<string> attributes, [EnumeratorCancellation] CancellationToken cancel)
    {
        var today = LondonDay.Of(clock.GetUtcNow());
        await foreach (var request in book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            var authority = book.Authority(request.Authority)!;
            var standing = Standing.Of(request, today);
            var time = standing.Clock;
            yield return
            [
                request.Reference, request.Authority.Value, authority.Name, book.AddressOf(request), standing.Delivery.ToString(),
                standing.Correspondence.ToString(), standing.Turn.ToString(), time.Run.ToString(), Day(time.Received), Day(time.Strict), Day(time.Lenient),
                Day(time.Ceiling), Number(time.DaysLate), time.Because, Day(standing.AnsweredOn), standing.Outcome.ToString(),
                YesNo(standing.IsUsable), string.Join("; ", request.TheirReferences), .. attributes.Select(a => authority.Attribute(a) ?? ""),
            ];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> Letters([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var request in book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            foreach (var letter in request.Letters)
            {
                yield return
                [
                    request.Reference, letter.Id.ToString(), letter.To, letter.Delivery.ToString(), Number(letter.Attempt), Moment(letter.SentAt),
                    letter.MessageId, letter.Sha256, letter.Words,
                ];
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> Replies([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var request in book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            foreach (var reply in request.Replies)
            {
                yield return
                [
                    request.Reference, reply.Mail, Moment(reply.ReceivedAt), reply.From, reply.Subject, reply.Kind?.ToString() ?? "",
                    reply.Confidence.ToString("0.00", CultureInfo.InvariantCulture), reply.JudgedByPerson ? "person" : "rule", YesNo(reply.Detached), YesNo(reply.Queued),
                ];
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> Answers([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var request in book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            foreach (var reply in request.Replies.Where(r => r.IsResponse))
            {
                if (await readings.FindAsync(reply.Mail, cancel).ConfigureAwait(false) is not { Reading: { } reading })
                {
                    continue;
                }

                foreach (var answer in reading.Answers)
                {
                    yield return [request.Reference, reply.Mail, Number(answer.Question), answer.Text, answer.Source];
                }

                if (reading.OtherText.Length > 0)
                {
                    yield return [request.Reference, reply.Mail, "0", reading.OtherText, "other"];
                }
            }
        }
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
