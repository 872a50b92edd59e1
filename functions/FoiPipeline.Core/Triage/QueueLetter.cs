using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>A person lets another letter go out in a request: the same letter to another address, or an answer to a question. Nothing is sent here.</summary>
public sealed class QueueLetter(RoundBook book, IDocumentStore documents, SettleMail settle, TimeProvider clock)
{
    /// <summary>Queues the first letter again, to <paramref name="address"/>.</summary>
    /// <exception cref="TriageException">The letter before it may still arrive, so that the authority could get it twice.</exception>
    public async Task<LetterId> ResendAsync(AuthorityId authority, string address, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var id = default(LetterId);
        await book.Requests.DecideAsync(
            authority.Value,
            state =>
            {
                var latest = state.Letters.LastOrDefault(l => l.Id.Kind is LetterKind.Initial or LetterKind.Resend)
                    ?? throw new TriageException($"'{authority}' has no request in this round.");
                if (latest.Delivery is not (Delivery.Bounced or Delivery.Refused or Delivery.Sent))
                {
                    throw new TriageException(
                        $"The letter {latest.Id} is still {latest.Delivery.ToString().ToLowerInvariant()}: a second one could make two requests of one. Settle it first (foi log {authority}).");
                }

                if (state.Replies.Any(r => r.IsResponse))
                {
                    throw new TriageException(
                        $"{state.Reference} has been answered: the same request again would be a repeated one (s.14(2)). If the answer is not theirs, detach it first (foi attach or foi set-aside).");
                }

                id = new LetterId(book.Round.ReferencePrefix, authority, LetterKind.Resend, state.NextNumber(LetterKind.Resend));
                return
                [
                    new AddressChanged(book.AddressOf(state), address, latest.Delivery == Delivery.Sent ? "sent again as a person wished" : $"the letter before did not arrive: {latest.Words}") { At = now, By = by },
                    new LetterQueued(id, now, latest.Order, BodyDocument: null) { At = now, By = by },
                ];
            },
            cancel).ConfigureAwait(false);
        return id;
    }

    /// <summary>Queues the answer to a clarification that a mail seeks, for every request the mail belongs to. The statutory clock starts again when it is delivered.</summary>
    public async Task<IReadOnlyList<LetterId>> AnswerAsync(MailState mail, string text, Actor by, CancellationToken cancel)
    {
        if (mail.Authorities.Count == 0)
        {
            throw new TriageException($"It is not settled yet whose mail this is: foi attach {MailTriage.Short(mail)} CODE comes first.");
        }

        var letters = new List<LetterId>();
        foreach (var authority in mail.Authorities)
        {
            letters.Add(await AnswerAsync(authority, mail.Mail, text, by, cancel).ConfigureAwait(false));
        }

        await settle.RunAsync(mail, $"answered with {string.Join(", ", letters)}", by, cancel).ConfigureAwait(false);
        return letters;
    }

    private async Task<LetterId> AnswerAsync(AuthorityId authority, string mail, string text, Actor by, CancellationToken cancel)
    {
        // The text is named after the mail it answers: given again after a crash, the command finds its letter instead of making a second one.
        // And after itself: a text that was corrected is never taken for the one that was given first.
        var answers = $"letters/text/{authority}-{mail}-";
        var bytes = Encoding.UTF8.GetBytes(text);
        var document = $"{answers}{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}.txt";
        await documents.PutIfAbsentAsync(document, new MemoryStream(bytes), cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var (_, state) = await book.Requests.DecideAsync(
            authority.Value,
            request => request.Letters.FirstOrDefault(l => l.BodyDocument?.StartsWith(answers, StringComparison.Ordinal) == true) is { } letter
                ? letter.BodyDocument == document
                    ? []
                    : throw new TriageException($"The letter {letter.Id} answers this mail already, with another text. Give the same text to go on, or add to it by mail.")
                :
                [
                    new LetterQueued(
                        new LetterId(book.Round.ReferencePrefix, authority, LetterKind.Clarification, request.NextNumber(LetterKind.Clarification)),
                        now, request.Letters[0].Order, document) { At = now, By = by },
                ],
            cancel).ConfigureAwait(false);
        return state.Letters.First(l => l.BodyDocument == document).Id;
    }
}
