using System.Globalization;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>Whether the sending window ever opens, is open long enough for the register, and lies where due dates can be computed.</summary>
internal static class WindowCheck
{
    /// <summary>Longer than the forty working days of the last request.</summary>
    private const int DaysToCeiling = 70;

    private const int LongestWindow = 3660;

    public static void Check(SendingPolicy policy, TimeZoneInfo? zone, int letters, int line, FaultList faults)
    {
        var holidays = UkHolidays.Current;
        if (!holidays.Covers(policy.FirstDay) || !holidays.Covers(policy.FirstDay.AddDays(DaysToCeiling)))
        {
            var known = $"{Day(holidays.FirstDay)} to {Day(holidays.LastDay.AddDays(-DaysToCeiling))}";
            Error(
                $"The sending window starts on {Day(policy.FirstDay)}, but due dates are only known for requests from {known}.",
                "Correct 'first-day', or add the missing year to the table of bank holidays.");
        }
        else if (policy.Closes <= policy.Opens)
        {
            Error(
                $"The sending window closes at {Time(policy.Closes)} and opens at {Time(policy.Opens)}, so it never opens.",
                "Let it close later in the day, for example opens: 09:00 and closes: 17:00.");
        }
        else if (policy.LastDay is { } last && last < policy.FirstDay)
        {
            Error(
                $"The sending window never opens: its last day, {Day(last)}, is before its first, {Day(policy.FirstDay)}.",
                "Correct 'last-day', or leave it out.");
        }
        else if (policy.LastDay is { } end && zone is not null)
        {
            LongEnough(new SendingWindow(policy, zone), policy, end, letters, line, faults);
        }

        void Error(string what, string remedy) => faults.Error(RoundSettings.File, line, what, remedy);
    }

    private static void LongEnough(SendingWindow window, SendingPolicy policy, DateOnly end, int letters, int line, FaultList faults)
    {
        var span = Math.Min(end.DayNumber - policy.FirstDay.DayNumber + 1, LongestWindow);
        var days = Enumerable.Range(0, span).Select(policy.FirstDay.AddDays).ToList();
        var open = days.Count(window.Allows);
        var room = open * (policy.Closes - policy.Opens).TotalMinutes * policy.LettersAMinute;
        if (open == 0)
        {
            faults.Error(
                RoundSettings.File, line, $"The sending window never opens: {Reasons(days)}.",
                "Set 'last-day' to a later day, or weekends-too: yes");
        }
        else if (room < letters)
        {
            faults.Warn(
                RoundSettings.File, line, string.Create(CultureInfo.InvariantCulture, $"The sending window has room for {room:0} of {letters} letters."),
                "Set 'last-day' to a later day, or raise 'letters-a-minute'.");
        }
    }

    private static string Reasons(List<DateOnly> days) => string.Join("; ", days.Select(day => UkHolidays.Current.Find(day) is { } holiday
        ? $"{Day(day)} is a holiday ({holiday.Description})"
        : $"{Day(day)} is a {day.DayOfWeek}"));

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time == TimeOnly.MaxValue ? "24:00" : time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
