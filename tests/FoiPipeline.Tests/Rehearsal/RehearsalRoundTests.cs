using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Rehearsal;

[Collection(RehearsedRounds.Name)]
public sealed class RehearsalRoundTests(RehearsedRound round)
{
    [Fact]
    public void After_the_round_every_usable_answer_has_come_and_no_letter_went_twice()
    {
        var run = round.Run;
        var truth = run.Mailbox.Truth();
        truth.Asked.ShouldBe(209);
        truth.Answered.ShouldBe(192);
        truth.LettersSentTwice.ShouldBeEmpty();
        truth.Delivered.ShouldBe(run.Deliveries.Count);
        truth.Acceptances.Count.ShouldBe(209 + 7 + 6);
        run.Deliveries.Select(d => d.Sha256).Distinct().ShouldBe(truth.Mails.Keys, ignoreOrder: true);
        run.Deliveries.GroupBy(d => d.Sha256).Count(g => g.Count() == 2).ShouldBe(3);
        truth.Mails.Values.Count(m => m.RepeatsEarlierAnswer).ShouldBe(3);
        truth.Mails.Values.Count(m => m.BelongsAside).ShouldBe(8);
        truth.Mails.Values.Count(m => m.Kind == ReplyKind.Bounce).ShouldBe(7);
        truth.Mails.Values.Where(m => m.Authorities.Count > 1).Sum(m => m.Authorities.Count).ShouldBe(17);
        truth.Requests.Values.Count(r => r.Outcomes.Count > 0 && r.Outcomes[0] == ReplyKind.Refusal).ShouldBe(2);
    }

    [Fact]
    public void Answers_keep_office_hours_on_working_days_and_the_days_of_their_plan()
    {
        var run = round.Run;
        var truth = run.Mailbox.Truth();
        var sent = new DateOnly(2016, 8, 10);
        foreach (var delivery in run.Deliveries)
        {
            var mail = truth.Mails[delivery.Sha256];
            if (mail.Kind is ReplyKind.Acknowledgement)
            {
                delivery.Received.TimeOfDay.ShouldBeInRange(new TimeSpan(8, 30, 0), new TimeSpan(18, 0, 0));
                RehearsalRun.Weekdays(DateOnly.FromDateTime(delivery.Received.DateTime)).ShouldBeTrue();
            }
        }

        foreach (var authority in run.Plan.Authorities.Where(a => a.IsUsable && a.CorrectedAddress is null && !a.AsksClarification && a.AnsweredTogether.Count == 0))
        {
            var first = run.Deliveries.First(d => truth.Mails[d.Sha256] is { Kind: ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld } m && m.Authorities.Contains(authority.Authority.Id));
            var day = WorkingDays(sent, DateOnly.FromDateTime(first.Received.DateTime));
            day.ShouldBeInRange(authority.AnswerDays.First, authority.AnswerDays.Last);
        }
    }

    private static int WorkingDays(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += RehearsalRun.Weekdays(day) ? 1 : 0;
        }

        return count;
    }
}
