using FoiPipeline.Composition;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Triage;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Demo;

/// <summary>
/// The person at the triage list, who knows what the simulator knows and gives the same commands a user would. Everything given may be given again,
/// so a kill in the middle is made good the next time.
/// </summary>
internal sealed class SimulatedPerson(OpenedRound round, bool settlesAll)
{
    private static readonly Actor Me = Actor.Person("the rehearsal's researcher");

    // Left to the user, or of their own making: looked at once is enough.
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);

    /// <returns>How many things were settled.</returns>
    public async Task<int> SettleAsync(CancellationToken cancel)
    {
        var settled = 0;
        foreach (var item in await round.Pipeline.Triage.RunAsync(cancel).ConfigureAwait(false))
        {
            if (_left.Contains(item.Subject))
            {
                continue;
            }

            if (item.Type == TriageType.Poison)
            {
                // As a user would: once. What is given up again stays given up, and is told at the end.
                _left.Add(item.Subject);
                settled += (await new PoisonedWork(round).RetryAsync(round.Pipeline.RingAsync, cancel).ConfigureAwait(false)).TriedAgain;
                continue;
            }

            if (item.IsMail ? await SettleMailAsync(item, cancel).ConfigureAwait(false) : await SettleRequestAsync(item, cancel).ConfigureAwait(false))
            {
                settled++;
            }
            else
            {
                _left.Add(item.Subject);
            }
        }

        return settled;
    }

    private async Task<bool> SettleMailAsync(TriageItem item, CancellationToken cancel)
    {
        // Without the follow-up the round would stop here, so even a user who wants to settle triage himself finds this done.
        if (round.Rehearsal.TruthOf(item.Subject) is not { } truth || !(settlesAll || truth.FollowUp is not null))
        {
            return false;
        }

        var mail = await round.Pipeline.Book.Mails.LoadAsync(item.Subject, cancel).ConfigureAwait(false);
        if (mail.Reading is null)
        {
            return false;
        }

        if (truth.BelongsAside)
        {
            await round.Pipeline.SetAside.RunAsync(mail, "nothing to do with this round", Me, cancel).ConfigureAwait(false);
            return true;
        }

        if (mail.Doubt is not null || !mail.Authorities.SequenceEqual(truth.Authorities))
        {
            await round.Pipeline.Attach.RunAsync(mail, truth.Authorities, Me, cancel).ConfigureAwait(false);
            return true;
        }

        return await SettleKindAsync(item, mail, truth, cancel).ConfigureAwait(false);
    }

    private async Task<bool> SettleKindAsync(TriageItem item, MailState mail, MailTruth truth, CancellationToken cancel)
    {
        if (item.Type is TriageType.DoubtfulKind or TriageType.Unreadable || !truth.AcceptableKinds.Contains(mail.Kind ?? ReplyKind.Other))
        {
            await round.Pipeline.Judge.RunAsync(mail, truth.Kind, Me, cancel).ConfigureAwait(false);
        }
        else if (truth.FollowUp is FollowUp.AnswerClarification answer)
        {
            await round.Pipeline.Letters.AnswerAsync(mail, answer.Text, Me, cancel).ConfigureAwait(false);
        }
        else
        {
            await round.Pipeline.Settle.RunAsync(mail, "seen", Me, cancel).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<bool> SettleRequestAsync(TriageItem item, CancellationToken cancel)
    {
        if (!AuthorityId.TryParse(item.Subject, out var id) || round.Pipeline.Book.Authority(id) is null)
        {
            return false;
        }

        var request = await round.Pipeline.Book.Requests.LoadAsync(id.Value, cancel).ConfigureAwait(false);
        if (item.Type == TriageType.UnconfirmedLetter)
        {
            var letter = request.Letters.First(l => l.Delivery == Core.Requests.Delivery.Unconfirmed);
            var found = await round.Mailbox.FindSentAsync(letter.MessageId, cancel).ConfigureAwait(false);
            await round.Pipeline.Confirm.RunAsync(letter.Id, found.Stage == FindSentStage.Found, Me, cancel).ConfigureAwait(false);
            return true;
        }

        var corrected = request.Replies.Select(r => round.Rehearsal.TruthOf(r.Mail)?.FollowUp).OfType<FollowUp.ResendTo>().FirstOrDefault();
        if (corrected is null)
        {
            return false;
        }

        await round.Pipeline.Letters.ResendAsync(id, corrected.Address, Me, cancel).ConfigureAwait(false);
        return true;
    }
}
