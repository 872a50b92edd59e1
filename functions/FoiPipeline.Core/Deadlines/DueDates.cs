using System.Diagnostics.CodeAnalysis;

namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// When an answer is due under s.10 of the Act, and why then. The count starts on the working day after receipt, and receipt is a calendar day: out of
/// hours, unopened or on a Sunday counts.
/// </summary>
public sealed record DueDates
{
    /// <summary>s.10(1): the twentieth working day following the date of receipt.</summary>
    public const int TimeLimit = 20;

    /// <summary>Section 10(3) names no number; the regulator expects an answer at the latest after twenty further working days.</summary>
    public const int OuterLimit = 40;

    public required DateOnly Receipt { get; init; }

    /// <summary>The first day that counts.</summary>
    public required DateOnly FirstWorkingDay { get; init; }

    /// <summary>The due date as the regulator counts.</summary>
    public required DateOnly Strict { get; init; }

    /// <summary>
    /// The due date as authorities count that take a request which came on a non-working day as received on the next working day. Never before
    /// <see cref="Strict"/>.
    /// </summary>
    public required DateOnly Lenient { get; init; }

    /// <summary>The fortieth working day, counted strictly.</summary>
    public required DateOnly Ceiling { get; init; }

    /// <summary>Every day after receipt up to the lenient due date that was not counted, in order.</summary>
    public required IReadOnlyList<SkippedDays> Because { get; init; }

    /// <summary>The days not counted after those, up to the ceiling.</summary>
    public required IReadOnlyList<SkippedDays> CeilingBecause { get; init; }

    /// <summary>Version of the holiday table. Computing again with a newer one may give another date.</summary>
    public required string HolidayTable { get; init; }

    /// <summary>The due dates of a request received on a London day, see <see cref="LondonDay"/>.</summary>
    /// <exception cref="HolidayTableEndsException">The holiday table does not cover the time up to the fortieth working day.</exception>
    public static DueDates Compute(DateOnly receipt, IReadOnlyList<ExcludedPeriod>? excluded = null, WorkingDays? calendar = null)
    {
        calendar ??= WorkingDays.Uk;
        var count = new Count(calendar, excluded ?? []);
        var (first, strict, ceiling) = (count.Nth(receipt, 1), count.Nth(receipt, TimeLimit), count.Nth(receipt, OuterLimit));
        var lenient = calendar.IsWorking(receipt) ? strict : count.Nth(calendar.Add(receipt, 1), TimeLimit);
        return new DueDates
        {
            Receipt = receipt,
            FirstWorkingDay = first,
            Strict = strict,
            Lenient = lenient,
            Ceiling = ceiling,
            Because = count.Skipped(receipt, lenient),
            CeilingBecause = count.Skipped(lenient, ceiling),
            HolidayTable = calendar.Holidays.Version,
        };
    }

    /// <summary>As <see cref="Compute"/>, with the statement that the table ends as an answer instead of an exception.</summary>
    public static bool TryCompute(
        DateOnly receipt,
        IReadOnlyList<ExcludedPeriod>? excluded,
        [NotNullWhen(true)] out DueDates? dates,
        [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (dates, problem) = (Compute(receipt, excluded), null);
            return true;
        }
        catch (HolidayTableEndsException e)
        {
            (dates, problem) = (null, e.Message);
            return false;
        }
    }

    /// <summary>Counts working days around excluded periods, which overlap neither the receipt nor each other in practice but may.</summary>
    private readonly record struct Count(WorkingDays Calendar, IReadOnlyList<ExcludedPeriod> Excluded)
    {
        public DateOnly Nth(DateOnly after, int number)
        {
            var (day, counted) = (Known(after), 0);
            while (counted < number)
            {
                day = Known(day.AddDays(1));
                counted += Exclusion(day) is null && Calendar.IsWorking(day) ? 1 : 0;
            }

            return day;
        }

        public List<SkippedDays> Skipped(DateOnly after, DateOnly through)
        {
            var skipped = new List<SkippedDays>();
            for (var day = after; day < through;)
            {
                day = day.AddDays(1);
                if (Reason(day) is not var (reason, why))
                {
                    continue;
                }

                if (skipped is [.., var last] && last.Through.AddDays(1) == day && last.Reason == reason && last.Why == why)
                {
                    skipped[^1] = last with { Through = day };
                }
                else
                {
                    skipped.Add(new SkippedDays(day, day, reason, why));
                }
            }

            return skipped;
        }

        // An exclusion without end would otherwise be followed to the end of time.
        private DateOnly Known(DateOnly day) => Calendar.Holidays.Covers(day) ? day : throw new HolidayTableEndsException(Calendar.Holidays, day);

        private (SkipReason Reason, string Why)? Reason(DateOnly day) =>
            Exclusion(day) is { } period ? (SkipReason.Excluded, period.Why)
            : Calendar.KindOf(day) switch
            {
                DayKind.Weekend => (SkipReason.Weekend, "weekend"),
                DayKind.Holiday => (SkipReason.Holiday, Calendar.Holidays.Find(day)!.Description),
                _ => null,
            };

        private ExcludedPeriod? Exclusion(DateOnly day)
        {
            foreach (var period in Excluded)
            {
                if (period.Contains(day))
                {
                    return period;
                }
            }

            return null;
        }
    }
}
