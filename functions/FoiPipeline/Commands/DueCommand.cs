using System.CommandLine;
using System.Globalization;
using FoiPipeline.Core.Deadlines;

namespace FoiPipeline.Commands;

/// <summary><c>foi due --received 2016-07-01T16:55+01:00</c>: when an answer is due in law, and why then.</summary>
internal static class DueCommand
{
    public static Command Build(CommonOptions common)
    {
        var received = new Option<string>("--received")
        {
            Description = "When the request reached the authority: a day (2016-07-01) or a moment with its offset (2016-07-01T16:55+01:00).", Required = true, HelpName = "WHEN",
        };
        return Verb.Make("due", "Say when an answer is due under section 10 of the Act, with every day that does not count and why.", [received], (parsed, _) =>
        {
            var dates = DueDates.Compute(Day(parsed.GetValue(received)!));
            if (parsed.GetValue(common.Json))
            {
                Output.Json(new
                {
                    received = dates.Receipt, firstWorkingDay = dates.FirstWorkingDay, strict = dates.Strict, lenient = dates.Lenient, ceiling = dates.Ceiling,
                    because = dates.Because.Concat(dates.CeilingBecause).SelectMany(Days),
                    holidayTable = dates.HolidayTable,
                });
                return Task.FromResult(Verb.Fine);
            }

            Output.Line($"Received   {Long(dates.Receipt)} (London)");
            Output.Line($"Day 1      {Long(dates.FirstWorkingDay)}");
            Output.Line($"strict     {Long(dates.Strict)}   20th working day, reckoned from the calendar day of receipt (the ICO's reading)");
            Output.Line($"lenient    {Long(dates.Lenient)}   the same where receipt on a non-working day counts as the next working day");
            Output.Line($"ceiling    {Long(dates.Ceiling)}   40th working day: the most a public-interest test may take");
            Output.Line("because these days are not counted:");
            foreach (var skipped in dates.Because.Concat(dates.CeilingBecause))
            {
                Output.Line($"    {skipped}");
            }

            Output.Line($"(table of bank holidays: {dates.HolidayTable})");
            return Task.FromResult(Verb.Fine);
        });
    }

    // Programs want each day by itself; people read a weekend as one.
    private static IEnumerable<SkippedDay> Days(SkippedDays skipped)
    {
        for (var day = skipped.From; day <= skipped.Through; day = day.AddDays(1))
        {
            yield return new SkippedDay(day, skipped.Reason, skipped.Why);
        }
    }

    private static DateOnly Day(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        // Without an offset the moment is ambiguous, and near midnight that is a day in law.
        string[] forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz"];
        return DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.Ordinal), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? LondonDay.Of(moment)
            : throw new CommandException($"--received '{text}' is neither a day (2016-07-01) nor a moment with its offset from UTC (2016-07-01T16:55+01:00).");
    }

    private static string Long(DateOnly day) => day.ToString("ddd dd MMM yyyy", CultureInfo.InvariantCulture);

    private sealed record SkippedDay(DateOnly Day, SkipReason Reason, string Why);
}
