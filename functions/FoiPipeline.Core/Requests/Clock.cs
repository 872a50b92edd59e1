namespace FoiPipeline.Core.Requests;

/// <summary>The statutory clock of one request on one day.</summary>
/// <param name="Run">Whether it runs.</param>
/// <param name="Received">London day of receipt it is reckoned from.</param>
/// <param name="Strict">20th working day after receipt, reckoned from the calendar day of receipt (the ICO's reading).</param>
/// <param name="Lenient">The same where a receipt on a non-working day counts as the next working day.</param>
/// <param name="Ceiling">40th working day: the most that the public-interest test can take.</param>
/// <param name="DaysLate">Working days between the strict due date and the answer, or today while there is none; 0 when not late.</param>
/// <param name="Because">Why that date, in one sentence.</param>
public sealed record Clock(ClockRun Run, DateOnly? Received, DateOnly? Strict, DateOnly? Lenient, DateOnly? Ceiling, int DaysLate, string Because)
{
    public bool IsOverdue => Run == ClockRun.Running && DaysLate > 0;
}
