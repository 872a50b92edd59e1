using System.Globalization;

namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// Working days of s.10(6) of the Freedom of Information Act 2000: every day but Saturday, Sunday, Christmas Day, Good Friday and whatever is a bank
/// holiday in <em>any</em> part of the United Kingdom. St Patrick's Day is no working day for an authority in Kent either.
/// </summary>
public sealed class WorkingDays(UkHolidays holidays)
{
    public static WorkingDays Uk { get; } = new(UkHolidays.Current);

    public UkHolidays Holidays => holidays;

    public DayKind KindOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : !holidays.Covers(day) ? DayKind.NotInTable
        : holidays.Find(day) is not null ? DayKind.Holiday
        : DayKind.Working;

    /// <exception cref="HolidayTableEndsException">The day is a weekday that the holiday table does not cover.</exception>
    public bool IsWorking(DateOnly day) => KindOf(day) switch
    {
        DayKind.Working => true,
        DayKind.NotInTable => throw new HolidayTableEndsException(holidays, day),
        _ => false,
    };

    /// <summary>The working day number <paramref name="count"/> (1 or more) after <paramref name="day"/>, which itself is never counted.</summary>
    /// <exception cref="HolidayTableEndsException">The holiday table does not reach that far.</exception>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (var counted = 0; counted < count; counted += IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="day"/> up to and including <paramref name="through"/>; 0 if that is not later.</summary>
    /// <exception cref="HolidayTableEndsException">The holiday table does not cover these days.</exception>
    public int CountAfter(DateOnly day, DateOnly through)
    {
        var count = 0;
        while (day < through)
        {
            day = day.AddDays(1);
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }
}

public enum DayKind
{
    Working,
    Weekend,
    Holiday,

    /// <summary>A weekday before or after the years of the holiday table: it may be either.</summary>
    NotInTable,
}

/// <summary>A legal day was asked for outside the years whose bank holidays are known. The message says which years are, and what to do.</summary>
public sealed class HolidayTableEndsException(UkHolidays holidays, DateOnly day) : Exception(Statement(holidays, day))
{
    internal static string Statement(UkHolidays holidays, DateOnly day) => string.Create(
        CultureInfo.InvariantCulture,
        $"The table of UK bank holidays ({holidays.Version}) covers {holidays.FirstDay:d MMMM yyyy} to {holidays.LastDay:d MMMM yyyy}; {day:d MMMM yyyy} is needed and lies outside.")
        + " Add the missing year to uk-bank-holidays.csv.";
}
