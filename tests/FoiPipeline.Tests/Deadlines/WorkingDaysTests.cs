using FoiPipeline.Core.Deadlines;

namespace FoiPipeline.Tests.Deadlines;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2017, 3, 17)]
    [InlineData(2016, 7, 12)]
    [InlineData(2016, 8, 1)]
    [InlineData(2016, 11, 30)]
    [InlineData(2018, 1, 2)]
    [InlineData(2022, 9, 19)]
    [InlineData(2026, 6, 15)]
    public void A_bank_holiday_in_one_part_of_the_country_is_a_holiday_for_every_authority(int year, int month, int day) =>
        WorkingDays.Uk.KindOf(new DateOnly(year, month, day)).ShouldBe(DayKind.Holiday);

    [Fact]
    public void A_moved_holiday_leaves_a_working_day_behind()
    {
        WorkingDays.Uk.IsWorking(new DateOnly(2020, 5, 4)).ShouldBeTrue();
        WorkingDays.Uk.IsWorking(new DateOnly(2020, 5, 8)).ShouldBeFalse();
    }

    [Fact]
    public void Christmas_Day_and_Good_Friday_never_count_in_any_year_of_the_table()
    {
        for (var year = UkHolidays.Current.FirstDay.Year; year <= UkHolidays.Current.LastDay.Year; year++)
        {
            WorkingDays.Uk.IsWorking(new DateOnly(year, 12, 25)).ShouldBeFalse();
            WorkingDays.Uk.IsWorking(Easter(year).AddDays(-2)).ShouldBeFalse();
            WorkingDays.Uk.IsWorking(Easter(year).AddDays(1)).ShouldBeFalse();
        }
    }

    [Fact]
    public void The_shipped_table_knows_its_version_and_span()
    {
        UkHolidays.Current.Version.ShouldBe("GOV.UK 2026-02-25");
        UkHolidays.Current.Count.ShouldBe(226);
        UkHolidays.Current.FirstDay.ShouldBe(new DateOnly(2012, 1, 1));
        UkHolidays.Current.LastDay.ShouldBe(new DateOnly(2028, 12, 31));
    }

    [Fact]
    public void A_weekday_outside_the_table_is_not_taken_for_a_working_day()
    {
        WorkingDays.Uk.KindOf(new DateOnly(2029, 1, 1)).ShouldBe(DayKind.NotInTable);
        Should.Throw<HolidayTableEndsException>(() => WorkingDays.Uk.IsWorking(new DateOnly(2029, 1, 2))).Message.ShouldContain("2 January 2029");
        Should.Throw<HolidayTableEndsException>(() => WorkingDays.Uk.Add(new DateOnly(2028, 12, 29), 1));
    }

    [Fact]
    public void Adding_and_counting_working_days_agree()
    {
        var day = new DateOnly(2016, 7, 1);
        var due = WorkingDays.Uk.Add(day, 20);

        due.ShouldBe(new DateOnly(2016, 8, 2));
        WorkingDays.Uk.CountAfter(day, due).ShouldBe(20);
        WorkingDays.Uk.CountAfter(due, day).ShouldBe(0);
    }

    [Theory]
    [InlineData("# covers: 2020-01-01 to 2020-12-31\n2020-13-01,a,,\n", "Line 2")]
    [InlineData("# covers: 2020-01-01 to 2020-12-31\n2020-05-01,,,\n", "Line 2")]
    [InlineData("# covers: 2020-01-01 to 2020-12-31\n2021-05-03,May,May,May\n", "# covers:")]
    [InlineData("2020-05-08,May,May,May\n", "# covers:")]
    public void A_damaged_table_is_refused(string table, string words) =>
        Should.Throw<FormatException>(() => UkHolidays.Parse(table)).Message.ShouldContain(words);

    /// <summary>Easter Sunday after the anonymous Gregorian computus, to check the table against something it was not made from.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
