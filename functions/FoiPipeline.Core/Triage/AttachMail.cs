using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Matching;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>
/// A person says whose reply a mail is: exactly these authorities, and no others. Requests are told first and the mail last, so that a command
/// broken off leaves the mail in triage and can be given again.
/// </summary>
public sealed class AttachMail(RoundBook book, ReadingStore readings, DeliverJudgement deliver, LearnMatch learn, TimeProvider clock)
{
    public async Task RunAsync(MailState mail, IReadOnlyList<AuthorityId> authorities, Actor by, CancellationToken cancel)
    {
        if (authorities.Where(a => book.Authority(a) is null).ToList() is [var unknown, ..])
        {
            throw new TriageException($"'{unknown}' is not on the register of this round. Codes are those of the register, for example {book.Round.Authorities[0].Id}.");
        }

        var attached = mail with { Authorities = authorities };
        await DeliverAsync(attached, by, cancel).ConfigureAwait(false);
        await learn.CorrectAsync(attached, (await readings.VerdictAsync(mail, cancel).ConfigureAwait(false))?.TheirReference, cancel).ConfigureAwait(false);
        await DetachAsync(mail, authorities, $"attached to {string.Join(", ", authorities)} instead", by, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var (_, settled) = await book.Mails.DecideAsync(
            mail.Mail,
            state =>
            [
                new MailMatched(state.From, state.Subject, state.MessageId, authorities, "person", $"attached by {by.Name}", [], null, null) { At = now, By = by },
            ],
            cancel).ConfigureAwait(false);
        if (mail.Reading is null && settled.Reading is not null)
        {
            // It was read while it was being attached: what it was found to be went to those it belonged to before.
            await DeliverAsync(settled, by, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What a person said it is goes along with it, whatever the rules found.</summary>
    private async Task DeliverAsync(MailState mail, Actor by, CancellationToken cancel)
    {
        var read = await readings.VerdictAsync(mail, cancel).ConfigureAwait(false);
        var (verdict, judge) = mail is { JudgedByPerson: true, Kind: { } kind } ? (JudgeMail.VerdictOf(read, kind, by), by) : (read, ReadingStore.Judge);
        await deliver.RunAsync(mail, verdict, "person", $"attached by {by.Name}", by, judge, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes a reply away from the requests it is credited to, but for those in <paramref name="keep"/>.</summary>
    public async Task DetachAsync(MailState mail, IReadOnlyList<AuthorityId> keep, string why, Actor by, CancellationToken cancel)
    {
        foreach (var authority in mail.Authorities.Except(keep))
        {
            var now = clock.GetUtcNow();
            await book.Requests.DecideAsync(
                authority.Value,
                state => state.Reply(mail.Mail) is { Detached: false } ? [new ReplyDetached(mail.Mail, why) { At = now, By = by }] : [],
                cancel).ConfigureAwait(false);
        }
    }
}
