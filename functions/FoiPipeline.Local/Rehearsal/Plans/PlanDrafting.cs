using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>
/// Deals the mix out. For every trait the authorities are put in the order of a hash of seed, trait and id, and the counts are dealt along that
/// order: exact numbers, and no trait tells another.
/// </summary>
internal sealed class PlanDrafting
{
    private readonly int _seed;
    private readonly List<AuthorityDraft> _all;

    public PlanDrafting(Round round, int seed)
    {
        _seed = seed;
        _all = [.. round.Authorities.Select(a => new AuthorityDraft(a))];
    }

    private List<AuthorityDraft> Usable => [.. _all.Where(d => d.Plan.IsUsable)];

    public IReadOnlyList<AuthorityPlan> Make()
    {
        Deal("final", _all, ReplyMix.FinalStates, (p, state) => p with { Final = state, AsksClarification = state == FinalState.Lapsed });
        DrawAnswers();
        DrawSenders();
        DrawEvents();
        DrawAcknowledgements();
        Deal("address", _all, ReplyMix.Addresses, (p, to) => p with { AnswersTo = to });
        var strays = InOrder("stray", _all).Take(Quota.Scale(ReplyMix.Strays, ReplyMix.Round, _all.Count)).ToList();
        for (var i = 0; i < strays.Count; i++)
        {
            strays[i].Plan = strays[i].Plan with { Stray = i };
        }

        return [.. _all.Select(d => d.Plan)];
    }

    private void DrawAnswers()
    {
        Deal("days", Usable, ReplyMix.AnswerDays, (p, days) => p with { AnswerDays = days });
        Deal("format", Usable, [.. ReplyMix.Formats.Select(f => (f.MadeAs, f.Count))], (p, format) => p with { Format = format });
        Deal("thread", Usable, ReplyMix.Threads, (p, kind) => p with { Thread = kind.Thread, PointsBack = kind.PointsBack, Ticketing = kind.Ticketing });

        // A body without any policy has none to send, and a link-only answer carries nothing.
        var mayEnclose = Usable.Where(d => d.Plan.Final is FinalState.Full or FinalState.Partial && d.Plan.Format != AnswerFormat.Link).ToList();
        var (policies, links) = (ReplyMix.SecondFiles[0].Count, ReplyMix.SecondFiles[1].Count);
        Draw("second", mayEnclose, Scaled(policies), p => p with { SecondFile = SecondFile.PolicyPdf });
        Draw("second link", [.. mayEnclose.Where(d => d.Plan.SecondFile == SecondFile.None)], Scaled(links), p => p with { SecondFile = SecondFile.PolicyLink });
    }

    private void DrawSenders()
    {
        DrawGroups();
        var alone = Usable.Where(d => !d.IsGrouped).ToList();
        foreach (var draft in InOrder("unit", alone).Take(Scaled(ReplyMix.AnsweredByUnitAlone)))
        {
            draft.Plan = draft.Plan with { Sender = AnswerSender.SupportUnit, SupportUnit = UnitOf(draft) };
        }

        Draw(
            "elsewhere", [.. alone.Where(d => d.Plan.Sender == AnswerSender.MailboxAsked)], Scaled(ReplyMix.AnsweredFromElsewhere),
            p => p with { Sender = AnswerSender.AnotherOfTheAuthority });
    }

    /// <summary>Bodies of one footprint that are answered for in one mail: all of them with full answers, since one text serves all.</summary>
    private void DrawGroups()
    {
        var bodies = Scaled(ReplyMix.AnsweredTogether);
        var mails = Math.Min(Scaled(ReplyMix.MailsForSeveral), bodies / 2);
        if (mails == 0)
        {
            return;
        }

        var sizes = new Queue<int>(Quota.Share([.. Enumerable.Repeat(1, mails)], bodies));
        var neighbours = InOrder("group", [.. Usable.Where(d => d.Plan.Final == FinalState.Full && d.Plan.Format != AnswerFormat.Link)])
            .GroupBy(d => d.Footprint, StringComparer.Ordinal).SelectMany(g => g.Chunk(3)).Where(c => c.Length > 1).OrderByDescending(c => c.Length);
        foreach (var members in neighbours)
        {
            if (!sizes.TryPeek(out var size))
            {
                return;
            }

            if (members.Length >= size)
            {
                Join(members[..sizes.Dequeue()]);
            }
        }
    }

    private void Join(AuthorityDraft[] members)
    {
        var ids = members.Select(m => m.Id).ToList();
        var unit = UnitOf(members[0]);
        foreach (var member in members)
        {
            member.Plan = member.Plan with { AnsweredTogether = ids, Sender = AnswerSender.SupportUnit, SupportUnit = unit };
        }
    }

    private void DrawEvents()
    {
        var heard = _all.Where(d => d.Plan.Final != FinalState.Silent).ToList();
        foreach (var draft in InOrder("bounce", [.. heard.Where(d => d.Plan.Answers && !d.IsEventful)]).Take(OfRound(ReplyMix.HardBounces)))
        {
            draft.Plan = draft.Plan with { CorrectedAddress = CorrectedAddressOf(draft) };
        }

        Draw("extension", Free(d => d.IsLate && d.Plan.Final == FinalState.Partial, d => d.IsLate), OfRound(ReplyMix.Extensions), p => p with { Extends = true });
        Draw("late", Free(d => d.IsLate), OfRound(ReplyMix.SaysLate), p => p with { SaysLate = true });
        Draw("clarification", Free(d => d.Plan.IsUsable && !d.IsLate), OfRound(ReplyMix.ClarificationsThatEndWell), p => p with { AsksClarification = true });
        Draw("fees", Free(d => d.Plan.Final == FinalState.Full && d.Plan.AnswerDays.First > 10), OfRound(ReplyMix.FeesNotices), p => p with { SendsFeesNotice = true });

        var reached = heard.Where(d => d.Plan.CorrectedAddress is null).ToList();
        Draw("delay", reached, OfRound(ReplyMix.DelayNotices), p => p with { DelayReported = true });
        Draw("office", [.. reached.Where(d => !d.Plan.DelayReported)], OfRound(ReplyMix.OutOfOffice), p => p with { OutOfOffice = true });
        DrawAfterwards();
    }

    private void DrawAfterwards()
    {
        foreach (var (after, count) in ReplyMix.AfterAnswers)
        {
            Draw(
                $"after {after}", [.. _all.Where(d => d.Plan.Final == FinalState.Full && !d.IsGrouped && d.Plan.AfterAnswer == AfterAnswer.Nothing)],
                OfRound(count), p => p with { AfterAnswer = after });
        }

        foreach (var (second, count) in ReplyMix.SecondDeliveries)
        {
            Draw(
                $"twice {second}", [.. Usable.Where(d => !d.IsGrouped && d.Plan.SecondDelivery == SecondDelivery.None)],
                OfRound(count), p => p with { SecondDelivery = second });
        }
    }

    private void DrawAcknowledgements()
    {
        var heard = _all.Where(d => d.Plan.Final != FinalState.Silent).ToList();
        var order = heard.Where(d => d.Plan.Final == FinalState.AcknowledgedOnly)
            .Concat(InOrder("acknowledged", [.. heard.Where(d => d.Plan.Final != FinalState.AcknowledgedOnly)])).ToList();
        DealAlong(order, ReplyMix.Acknowledgements, (p, by) => p with { Acknowledged = by });
    }

    /// <summary>Nothing eventful is drawn for these yet; those that meet the first wish come before those that meet the second.</summary>
    private List<AuthorityDraft> Free(params Func<AuthorityDraft, bool>[] wishes)
    {
        var free = _all.Where(d => !d.IsEventful).ToList();
        var preferred = free.Where(wishes[0]).ToList();
        return preferred.Count > 0 || wishes.Length == 1 ? preferred : [.. free.Where(wishes[^1])];
    }

    private int OfRound(int count) => Quota.Scale(count, ReplyMix.Round, _all.Count);

    private int Scaled(int count) => Quota.Scale(count, ReplyMix.Usable, Usable.Count);

    private int UnitOf(AuthorityDraft draft) =>
        new Draw(_seed, $"unit of {(draft.Footprint.Length > 0 ? draft.Footprint : draft.Id.Value)}").Below(SupportUnits.All.Count);

    private static string CorrectedAddressOf(AuthorityDraft draft)
    {
        var (local, domain) = MailNames.Split(draft.Plan.Authority.FoiAddress);
        return $"{local}.requests@{domain}";
    }

    private void Draw(string trait, List<AuthorityDraft> eligible, int count, Func<AuthorityPlan, AuthorityPlan> change)
    {
        foreach (var draft in InOrder(trait, eligible).Take(count))
        {
            draft.Plan = change(draft.Plan);
        }
    }

    private void Deal<T>(string trait, List<AuthorityDraft> drafts, (T Value, int Count)[] rows, Func<AuthorityPlan, T, AuthorityPlan> change) =>
        DealAlong([.. InOrder(trait, drafts)], rows, change);

    private static void DealAlong<T>(List<AuthorityDraft> order, (T Value, int Count)[] rows, Func<AuthorityPlan, T, AuthorityPlan> change)
    {
        var shares = Quota.Share([.. rows.Select(r => r.Count)], order.Count);
        var next = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < shares[row]; i++, next++)
            {
                order[next].Plan = change(order[next].Plan, rows[row].Value);
            }
        }
    }

    private IEnumerable<AuthorityDraft> InOrder(string trait, List<AuthorityDraft> drafts) =>
        drafts.OrderBy(d => new Draw(_seed, $"{trait}/{d.Id}").Next()).ThenBy(d => d.Id);
}
