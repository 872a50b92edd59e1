using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Correspondence;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>What a planned mail is, from the plan alone.</summary>
internal static class TruthOfMails
{
    public static MailTruth Of(AuthorityPlan of, MailEvent what, string sha256)
    {
        IReadOnlyList<AuthorityId> own = [of.Authority.Id];
        return what switch
        {
            MailEvent.HardBounce => Make(sha256, own, ReplyKind.Bounce) with { FollowUp = of.CorrectedAddress is { } address ? new FollowUp.ResendTo(address) : null },

            // There is no kind of its own for a delay: a report it is, and nothing has failed.
            MailEvent.DelayNotice => Make(sha256, own, ReplyKind.Other, ReplyKind.Bounce),
            MailEvent.OutOfOffice => Make(sha256, own, ReplyKind.OutOfOffice, ReplyKind.AutoAcknowledgement),
            MailEvent.Acknowledgement => of.Ticketing ? Make(sha256, own, ReplyKind.Acknowledgement, ReplyKind.AutoAcknowledgement) : Make(sha256, own, ReplyKind.Acknowledgement),
            MailEvent.AutoAcknowledgement => Make(sha256, own, ReplyKind.AutoAcknowledgement, ReplyKind.Acknowledgement, ReplyKind.OutOfOffice),
            MailEvent.Clarification => Make(sha256, own, ReplyKind.Clarification) with { FollowUp = new FollowUp.AnswerClarification(Clarification.AnswerTo(of)) },
            MailEvent.FeesNotice => Make(sha256, own, ReplyKind.FeesNotice),
            MailEvent.Extension => Make(sha256, own, ReplyKind.Extension),
            MailEvent.AfterAnswer => Make(sha256, own, ReplyKind.Full, ReplyKind.Partial, ReplyKind.Other),
            MailEvent.Answer or MailEvent.SecondDelivery => Answer(of, sha256) with { RepeatsEarlierAnswer = what == MailEvent.SecondDelivery && of.SecondDelivery == SecondDelivery.NewMessage },
            _ => Make(sha256, [], ReplyKind.Other),
        };
    }

    /// <summary>The outcomes of a request that are no mistake once its answer is settled; none where there is no answer.</summary>
    public static IReadOnlyList<ReplyKind> OutcomesOf(FinalState state) => state switch
    {
        FinalState.Full => [ReplyKind.Full],
        FinalState.FullNothingDone => [ReplyKind.Full, ReplyKind.NotHeld],
        FinalState.Partial => [ReplyKind.Partial],
        FinalState.NotHeld => [ReplyKind.NotHeld],
        FinalState.Refused => [ReplyKind.Refusal],
        FinalState.Transferred => [ReplyKind.Transfer],
        _ => [],
    };

    private static MailTruth Answer(AuthorityPlan of, string sha256)
    {
        IReadOnlyList<AuthorityId> all = of.AnsweredTogether.Count > 0 ? of.AnsweredTogether : [of.Authority.Id];
        var outcomes = OutcomesOf(of.Final);

        // The covering mail of a file nobody can open announces an answer; a person who has tried to open it knows better.
        return outcomes.Count == 0 ? Make(sha256, all, ReplyKind.Other, ReplyKind.Full) : Make(sha256, all, outcomes[0], [.. outcomes.Skip(1)]);
    }

    private static MailTruth Make(string sha256, IReadOnlyList<AuthorityId> authorities, ReplyKind kind, params IReadOnlyList<ReplyKind> others) =>
        new() { Sha256 = sha256, Authorities = authorities, Kind = kind, AcceptableKinds = [kind, .. others] };
}
