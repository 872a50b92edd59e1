using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// When letters of a round may leave. Each allowed day has one stretch of real time, from the moment its clocks show the opening time to the
/// moment they show the
/// closing time: where clocks go forward over one of these it moves with them, where they go back the first passing counts. Days after the
/// end of the holiday table are judged by the weekend alone: a letter on an unknown holiday does no harm, a due date would.
/// </summary>
public sealed class SendingWindow(SendingPolicy policy, TimeZoneInfo zone, WorkingDays? calendar = null)
{
    /// <summary>Longer than any run of days without a working day.</summary>
    private const int DaysAhead = 31;

    private readonly WorkingDays _calendar = calendar ?? WorkingDays.Uk;

    /// <exception cref="TimeZoneNotFoundException">The round's time zone is not known to this machine.</exception>
    public static SendingWindow Of(Round round) => new(round.Sending, TimeZoneInfo.FindSystemTimeZoneById(round.TimeZone));

    public bool IsOpen(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        return Allows(day) && moment >= MomentOf(day, policy.Opens) && moment < MomentOf(day, policy.Closes);
    }

    /// <summary>The moment itself while the window is open, else the next one at which it opens; nothing if it never does again.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset from)
    {
        if (policy.Closes <= policy.Opens)
        {
            return null;
        }

        var first = DayOf(from) < policy.FirstDay ? policy.FirstDay : DayOf(from);
        for (var day = first; day <= first.AddDays(DaysAhead); day = day.AddDays(1))
        {
            if (Allows(day) && from < MomentOf(day, policy.Closes))
            {
                var opens = MomentOf(day, policy.Opens);
                return opens > from ? opens : from;
            }
        }

        return null;
    }

    /// <summary>Whether letters may leave on that day of the round's time zone at all.</summary>
    public bool Allows(DateOnly day) =>
        day >= policy.FirstDay
        && (policy.LastDay is not { } last || day <= last)
        && (policy.WeekendsToo || _calendar.KindOf(day) is DayKind.Working or DayKind.NotInTable);

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            // Read with the offset that held before the gap, a time within it becomes the same distance after the gap.
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1))), zone);
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
