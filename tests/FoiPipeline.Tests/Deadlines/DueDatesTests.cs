using System.Globalization;
using FoiPipeline.Core.Deadlines;

namespace FoiPipeline.Tests.Deadlines;

public sealed class DueDatesTests
{
    [Theory]
    [InlineData("2016-07-01", "2016-07-04", "2016-08-02", "2016-08-02", "2016-08-31")]
    [InlineData("2016-07-02", "2016-07-04", "2016-08-02", "2016-08-03", "2016-08-31")]
    [InlineData("2016-07-11", "2016-07-13", "2016-08-10", "2016-08-10", "2016-09-08")]
    [InlineData("2016-08-10", "2016-08-11", "2016-09-08", "2016-09-08", "2016-10-06")]
    [InlineData("2014-12-01", "2014-12-02", "2014-12-31", "2015-01-05", "2015-01-30")]
    [InlineData("2014-12-02", "2014-12-03", "2015-01-05", "2015-01-05", "2015-02-02")]
    [InlineData("2016-12-23", "2016-12-28", "2017-01-26", "2017-01-26", "2017-02-23")]
    [InlineData("2017-03-03", "2017-03-06", "2017-04-03", "2017-04-03", "2017-05-04")]
    [InlineData("2020-04-15", "2020-04-16", "2020-05-14", "2020-05-14", "2020-06-12")]
    [InlineData("2022-08-26", "2022-08-30", "2022-09-27", "2022-09-27", "2022-10-25")]
    [InlineData("2023-04-03", "2023-04-04", "2023-05-04", "2023-05-04", "2023-06-05")]
    [InlineData("2026-06-01", "2026-06-02", "2026-06-30", "2026-06-30", "2026-07-29")]
    [InlineData("2026-11-21", "2026-11-23", "2026-12-21", "2026-12-22", "2027-01-22")]
    [InlineData("2026-11-23", "2026-11-24", "2026-12-22", "2026-12-22", "2027-01-25")]
    [InlineData("2026-12-24", "2026-12-29", "2027-01-27", "2027-01-27", "2027-02-24")]
    public void The_worked_examples_come_out_as_worked(string receipt, string first, string strict, string lenient, string ceiling)
    {
        var dates = DueDates.Compute(Day(receipt));

        dates.FirstWorkingDay.ShouldBe(Day(first));
        dates.Strict.ShouldBe(Day(strict));
        dates.Lenient.ShouldBe(Day(lenient));
        dates.Ceiling.ShouldBe(Day(ceiling));
    }

    [Fact]
    public void Days_between_a_fees_notice_and_the_fee_are_not_counted()
    {
        var fee = new ExcludedPeriod(Day("2016-07-18"), Day("2016-07-29"), "fees notice to fee, s.10(2)");

        var dates = DueDates.Compute(Day("2016-07-04"), [fee]);

        dates.Strict.ShouldBe(Day("2016-08-17"));
        dates.Because.ShouldContain(new SkippedDays(fee.From, fee.Through, SkipReason.Excluded, fee.Why));
    }

    [Fact]
    public void A_clarified_request_starts_again_from_the_delivery_of_our_answer() =>
        DueDates.Compute(Day("2016-07-20")).Strict.ShouldBe(Day("2016-08-18"));

    [Fact]
    public void Every_day_that_was_skipped_is_named_with_its_reason()
    {
        DueDates.Compute(Day("2016-07-11")).Because.Select(s => s.ToString()).ShouldBe(
        [
            "Tue 12 Jul 2016: Battle of the Boyne (Orangemen's Day), Northern Ireland",
            "Sat 16 Jul to Sun 17 Jul 2016: weekend",
            "Sat 23 Jul to Sun 24 Jul 2016: weekend",
            "Sat 30 Jul to Sun 31 Jul 2016: weekend",
            "Mon 1 Aug 2016: Summer bank holiday, Scotland",
            "Sat 6 Aug to Sun 7 Aug 2016: weekend",
        ]);
        DueDates.Compute(Day("2016-08-10")).CeilingBecause.ShouldNotContain(s => s.Through <= Day("2016-09-08"));
        DueDates.Compute(Day("2016-08-10")).Because.ShouldContain(s => s.Why == "Summer bank holiday, England and Wales and Northern Ireland");
    }

    [Theory]
    [InlineData("2028-12-20", "covers 1 January 2012 to 31 December 2028")]
    [InlineData("2028-11-10", "1 January 2029 is needed")]
    [InlineData("2011-12-31", "31 December 2011 is needed")]
    [InlineData("9999-12-31", "31 December 9999 is needed")]
    public void A_due_date_the_table_cannot_know_is_refused_with_the_reason(string receipt, string words)
    {
        DueDates.TryCompute(Day(receipt), null, out var dates, out var problem).ShouldBeFalse();
        dates.ShouldBeNull();
        problem.ShouldContain(words);
        Should.Throw<HolidayTableEndsException>(() => DueDates.Compute(Day(receipt)));
    }

    [Fact]
    public void A_pause_without_end_has_no_due_date() =>
        DueDates.TryCompute(Day("2016-07-04"), [new ExcludedPeriod(Day("2016-07-18"), DateOnly.MaxValue, "fee not paid")], out _, out _).ShouldBeFalse();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
