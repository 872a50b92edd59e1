using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>A plan while the draws are made; the order of drawing is that of <see cref="PlanDrafting"/>.</summary>
internal sealed class AuthorityDraft(Authority authority)
{
    public AuthorityPlan Plan { get; set; } = new() { Authority = authority, Final = FinalState.Full, PointsBack = true };

    public AuthorityId Id => authority.Id;

    public string Footprint => authority.Attribute("stp") ?? "";

    /// <summary>Answered in a mail for several: nothing else unusual happens to its request.</summary>
    public bool IsGrouped => Plan.AnsweredTogether.Count > 0;

    public bool IsLate => Plan.IsUsable && Plan.AnswerDays.First > 20;

    /// <summary>Whether an event that changes the course of the request (bounce, clarification, fees, extension, word of lateness) is drawn already.</summary>
    public bool IsEventful =>
        IsGrouped || Plan.CorrectedAddress is not null || Plan.AsksClarification || Plan.Extends || Plan.SaysLate || Plan.SendsFeesNotice;
}
