using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>What an authority wants cleared up, and what a sensible requester says to it.</summary>
internal static class Clarification
{
    public static string AskedOf(AuthorityPlan of) => NoticeWording.Clarifications[Number(of)].Asked;

    public static string AnswerTo(AuthorityPlan of) => NoticeWording.Clarifications[Number(of)].Answer;

    private static int Number(AuthorityPlan of) => new Draw(0, $"clarification/{of.Authority.Id}").Below(NoticeWording.Clarifications.Length);
}
