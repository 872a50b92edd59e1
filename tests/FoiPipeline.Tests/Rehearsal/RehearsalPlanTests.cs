using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Tests.Rehearsal;

public sealed class RehearsalPlanTests
{
    private static readonly RehearsalPlan Founding = RehearsalPlan.Make(RehearsalRun.RoundOf(209), 2016);

    [Theory]
    [InlineData(FinalState.Full, 128)]
    [InlineData(FinalState.FullNothingDone, 38)]
    [InlineData(FinalState.Partial, 20)]
    [InlineData(FinalState.NotHeld, 6)]
    [InlineData(FinalState.Silent, 8)]
    [InlineData(FinalState.AcknowledgedOnly, 3)]
    [InlineData(FinalState.Refused, 2)]
    [InlineData(FinalState.Lapsed, 1)]
    [InlineData(FinalState.Transferred, 2)]
    [InlineData(FinalState.Unreadable, 1)]
    public void Of_209_authorities_exactly_as_many_end_in_each_state_as_the_mix_says(FinalState state, int count) =>
        Founding.Authorities.Count(a => a.Final == state).ShouldBe(count);

    [Fact]
    public void Of_209_authorities_exactly_as_many_meet_each_event_as_the_mix_says()
    {
        var all = Founding.Authorities;
        all.Count(a => a.IsUsable).ShouldBe(192);
        all.Count(a => a.Acknowledged == AcknowledgedBy.Person).ShouldBe(105);
        all.Count(a => a.Acknowledged == AcknowledgedBy.Machine).ShouldBe(45);
        all.Count(a => a.CorrectedAddress is not null).ShouldBe(7);
        all.Count(a => a.DelayReported).ShouldBe(3);
        all.Count(a => a.OutOfOffice).ShouldBe(10);
        all.Count(a => a.AsksClarification).ShouldBe(6);
        all.Count(a => a.Extends).ShouldBe(2);
        all.Count(a => a.SaysLate).ShouldBe(14);
        all.Count(a => a.SendsFeesNotice).ShouldBe(1);
        all.Count(a => a.Stray is not null).ShouldBe(8);
        all.Count(a => a.AfterAnswer != AfterAnswer.Nothing).ShouldBe(9);
        all.Count(a => a.SecondDelivery == SecondDelivery.SameBytes).ShouldBe(3);
        all.Count(a => a.SecondDelivery == SecondDelivery.NewMessage).ShouldBe(3);
    }

    [Fact]
    public void Of_192_answers_formats_senders_threads_and_days_are_as_the_mix_says()
    {
        var usable = Founding.Authorities.Where(a => a.IsUsable).ToList();
        usable.Count(a => a.Format == AnswerFormat.Link).ShouldBe(6);
        usable.Count(a => a.SecondFile == SecondFile.PolicyPdf).ShouldBe(60);
        usable.Count(a => a.SecondFile == SecondFile.PolicyLink).ShouldBe(25);
        usable.Count(a => a.Sender == AnswerSender.MailboxAsked).ShouldBe(120);
        usable.Count(a => a.Sender == AnswerSender.AnotherOfTheAuthority).ShouldBe(27);
        usable.Count(a => a.Sender == AnswerSender.SupportUnit).ShouldBe(45);
        usable.Count(a => a.AnsweredTogether.Count > 0).ShouldBe(17);
        usable.Count(a => a.AnsweredTogether.Count > 0 && a.LeadsAnswer).ShouldBe(6);
        usable.Select(a => a.SupportUnit).Where(u => u is not null).Distinct().Count().ShouldBeInRange(6, 9);
        usable.Count(a => a.Thread == AnswerThread.ReferenceInSubject).ShouldBe(105);
        usable.Count(a => a.Thread == AnswerThread.ReferenceInText).ShouldBe(45);
        usable.Count(a => a.Thread == AnswerThread.TheirReferenceOnly).ShouldBe(42);
        usable.Count(a => a.Ticketing).ShouldBe(25);
        usable.Count(a => a.PointsBack).ShouldBe(115);
        usable.Count(a => a.AnswerDays.Last <= 20).ShouldBe(163);
        usable.Count(a => a.AnswerDays == new DayRange(18, 20)).ShouldBe(64);
    }

    [Fact]
    public void Nothing_is_planned_that_could_not_happen()
    {
        foreach (var authority in RehearsalPlan.Make(RehearsalRun.RoundOf(1000), 3).Authorities)
        {
            if (authority.Final == FinalState.Silent)
            {
                (authority.Acknowledged, authority.OutOfOffice, authority.DelayReported).ShouldBe((AcknowledgedBy.Nobody, false, false));
            }

            if (authority.Final == FinalState.AcknowledgedOnly)
            {
                authority.Acknowledged.ShouldNotBe(AcknowledgedBy.Nobody);
            }

            if (authority.Extends || authority.SaysLate)
            {
                authority.AnswerDays.First.ShouldBeGreaterThan(20);
            }

            if (authority.AnsweredTogether.Count > 0)
            {
                authority.AnsweredTogether.Count.ShouldBeInRange(2, 3);
                (authority.CorrectedAddress, authority.AsksClarification, authority.SecondDelivery).ShouldBe((null, false, SecondDelivery.None));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(1000)]
    public void A_round_of_any_size_gets_the_same_proportions(int count)
    {
        var plan = RehearsalPlan.Make(RehearsalRun.RoundOf(count), 5);

        plan.Authorities.Count.ShouldBe(count);
        plan.Authorities.Count(a => a.IsUsable).ShouldBeInRange((int)(count * 192.0 / 209) - 2, (int)(count * 192.0 / 209) + 2);
        plan.Authorities.Count(a => a.Acknowledged == AcknowledgedBy.Person).ShouldBeInRange((count * 105 / 209) - 2, (count * 105 / 209) + 2);
        plan.Authorities.Count(a => a.CorrectedAddress is not null).ShouldBe((int)Math.Round(count * 7.0 / 209));
    }

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        static IEnumerable<string> Told(int seed) => RehearsalPlan.Make(RehearsalRun.RoundOf(60), seed).Authorities.Select(a => $"{a.Authority.Id} {a with { Authority = null!, AnsweredTogether = [] }}");

        Told(1).ShouldBe(Told(1));
        Told(1).ShouldNotBe(Told(2));
    }
}
