using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>
/// A person says whose reply a mail is: exactly these authorities, and no others. Requests are told first and the mail last, so that a command
/// broken off leaves the mail in triage and can be given again.
/// </summary>
public sealed class AttachMail(RoundBook book, ReadingStore readings, DeliverJudgement deliver, TimeProvider clock)
{
    public async Task RunAsync(MailState mail, IReadOnlyList<AuthorityId> authorities, Actor by, CancellationToken cancel)
    {
        if (authorities.Where(a => book.Authority(a) is null).ToList() is [var unknown, ..])
        {
            throw new TriageException($"'{unknown}' is not on the register of this round. Codes are those of the register, for example {book.Round.Authorities[0].Id}.");
        }

        var attached = mail with { Authorities = authorities };
        var verdict = await readings.VerdictAsync(mail, cancel).ConfigureAwait(false);
        await deliver.RunAsync(attached, verdict, "person", $"attached by {by.Name}", by, ReadingStore.Judge, cancel).ConfigureAwait(false);
        await DetachAsync(mail, authorities, $"attached to {string.Join(", ", authorities)} instead", by, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var (_, after) = await book.Mails.DecideAsync(
            mail.Mail,
            state =>
            [
                new MailMatched(state.From, state.Subject, state.MessageId, authorities, "person", $"attached by {by.Name}", [], null, null) { At = now, By = by },
            ],
            cancel).ConfigureAwait(false);
        if (verdict is null && await readings.VerdictAsync(after, cancel).ConfigureAwait(false) is { } late)
        {
            // It was read meanwhile, and whoever read it may not have known yet whose it is.
            await deliver.RunAsync(after, late, "person", $"attached by {by.Name}", by, ReadingStore.Judge, cancel).ConfigureAwait(false);
        }
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
