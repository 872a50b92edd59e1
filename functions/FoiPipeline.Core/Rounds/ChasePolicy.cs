namespace FoiPipeline.Core.Rounds;

/// <summary>
/// How many working days after the lenient due date a request may be chased, in three steps. Kept with the frozen round,
/// because what was promised at the start is what is done at the end.
/// </summary>
public sealed record ChasePolicy(int FriendlyAfter, int FirmAfter, int InternalReviewAfter);
