using FoiPipeline.Core.Deadlines;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.Tests.Deadlines;

public sealed class DueDatesProperties
{
    private static readonly DateOnly First = new(2012, 1, 1);

    private static readonly Gen<Case> Cases =
        from receipt in Gen.Choose(0, new DateOnly(2028, 9, 1).DayNumber - First.DayNumber)
        from start in Gen.Choose(-10, 50)
        from length in Gen.Choose(-1, 20)
        let pause = new ExcludedPeriod(First.AddDays(receipt + start), First.AddDays(receipt + start + length), "fee")
        select new Case(First.AddDays(receipt), length < 0 ? [] : [pause]);

    [Fact]
    public void Nothing_is_due_on_a_day_that_does_not_count() => Holds((receipt, pauses) =>
    {
        var dates = DueDates.Compute(receipt, pauses);
        return new[] { dates.FirstWorkingDay, dates.Strict, dates.Lenient, dates.Ceiling }
            .All(d => WorkingDays.Uk.IsWorking(d) && !pauses.Any(p => p.Contains(d)));
    });

    [Fact]
    public void Strict_is_never_after_lenient_and_lenient_never_after_the_ceiling() => Holds((receipt, pauses) =>
    {
        var dates = DueDates.Compute(receipt, pauses);
        return receipt < dates.FirstWorkingDay && dates.FirstWorkingDay < dates.Strict && dates.Strict <= dates.Lenient && dates.Lenient < dates.Ceiling;
    });

    [Fact]
    public void A_later_receipt_never_has_an_earlier_due_date() => Holds((receipt, pauses) =>
    {
        var (earlier, later) = (DueDates.Compute(receipt, pauses), DueDates.Compute(receipt.AddDays(1), pauses));
        return earlier.Strict <= later.Strict && earlier.Lenient <= later.Lenient && earlier.Ceiling <= later.Ceiling;
    });

    [Fact]
    public void Days_counted_and_days_skipped_are_together_all_the_days_there_are() => Holds((receipt, pauses) =>
    {
        var dates = DueDates.Compute(receipt, pauses);
        var skipped = dates.Because.Concat(dates.CeilingBecause).Sum(s => s.Through.DayNumber - s.From.DayNumber + 1);
        return dates.Ceiling.DayNumber - receipt.DayNumber == DueDates.OuterLimit + skipped;
    });

    private static void Holds(Func<DateOnly, IReadOnlyList<ExcludedPeriod>, bool> property) =>
        Prop.ForAll(Cases.ToArbitrary(), x => property(x.Receipt, x.Pauses)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private sealed record Case(DateOnly Receipt, IReadOnlyList<ExcludedPeriod> Pauses);
}
