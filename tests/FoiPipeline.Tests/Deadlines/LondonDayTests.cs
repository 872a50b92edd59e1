using System.Globalization;
using FoiPipeline.Core.Deadlines;

namespace FoiPipeline.Tests.Deadlines;

public sealed class LondonDayTests
{
    [Theory]
    [InlineData("2016-07-01T16:55:00+01:00", "2016-07-01")]
    [InlineData("2016-07-01T22:59:59Z", "2016-07-01")]
    [InlineData("2016-07-01T23:00:00Z", "2016-07-02")]
    [InlineData("2016-12-01T23:59:59Z", "2016-12-01")]
    [InlineData("2016-07-01T20:00:00-05:00", "2016-07-02")]
    [InlineData("2016-03-26T23:59:59Z", "2016-03-26")]
    [InlineData("2016-10-29T23:00:00Z", "2016-10-30")]
    [InlineData("2016-10-30T23:00:00Z", "2016-10-30")]
    public void A_moment_belongs_to_the_day_that_London_has(string moment, string day) =>
        LondonDay.Of(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
