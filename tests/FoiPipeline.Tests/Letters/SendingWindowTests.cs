using System.Globalization;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.Letters;

public sealed class SendingWindowTests
{
    private static readonly SendingPolicy Office = new(
        new DateOnly(2016, 7, 13), new DateOnly(2016, 8, 31), new TimeOnly(9, 0), new TimeOnly(17, 0), WeekendsToo: false, 30, 10);

    [Theory]
    [InlineData("2016-07-13T08:00:00Z", true)]
    [InlineData("2016-07-13T07:59:59Z", false)]
    [InlineData("2016-07-13T15:59:59Z", true)]
    [InlineData("2016-07-13T16:00:00Z", false)]
    [InlineData("2016-07-12T10:00:00Z", false)]
    [InlineData("2016-07-16T10:00:00Z", false)]
    [InlineData("2016-08-01T10:00:00Z", false)]
    [InlineData("2016-08-31T10:00:00Z", true)]
    [InlineData("2016-09-01T10:00:00Z", false)]
    public void Letters_leave_in_office_hours_of_working_days_between_the_first_day_and_the_last(string moment, bool open) =>
        Window(Office).IsOpen(Moment(moment)).ShouldBe(open);

    [Theory]
    [InlineData("2016-01-01T00:00:00Z", "2016-07-13T08:00:00Z")]
    [InlineData("2016-07-13T09:30:00Z", "2016-07-13T09:30:00Z")]
    [InlineData("2016-07-13T16:00:00Z", "2016-07-14T08:00:00Z")]
    [InlineData("2016-07-15T20:00:00Z", "2016-07-18T08:00:00Z")]
    [InlineData("2016-07-29T20:00:00Z", "2016-08-02T08:00:00Z")]
    [InlineData("2016-08-31T16:00:00Z", null)]
    public void The_next_opening_is_known(string from, string? opens) =>
        Window(Office).NextOpening(Moment(from)).ShouldBe(opens is null ? null : Moment(opens));

    [Fact]
    public void On_weekends_too_means_every_day() =>
        Window(Office with { WeekendsToo = true }).NextOpening(Moment("2016-07-15T20:00:00Z")).ShouldBe(Moment("2016-07-16T08:00:00Z"));

    [Fact]
    public void A_window_that_closes_before_it_opens_never_does() =>
        Window(Office with { Closes = new TimeOnly(9, 0) }).NextOpening(Moment("2016-07-15T08:00:00Z")).ShouldBeNull();

    [Fact]
    public void Opening_time_follows_the_clocks_when_they_change()
    {
        var window = Window(Office with { LastDay = null });

        window.NextOpening(Moment("2017-03-24T18:00:00Z")).ShouldBe(Moment("2017-03-27T08:00:00Z"));
        window.NextOpening(Moment("2016-10-28T18:00:00Z")).ShouldBe(Moment("2016-10-31T09:00:00Z"));
    }

    [Fact]
    public void An_hour_that_does_not_exist_and_one_that_comes_twice_open_the_window_once()
    {
        var night = Window(Office with { LastDay = null, WeekendsToo = true, Opens = new TimeOnly(1, 15), Closes = new TimeOnly(1, 45) });

        night.NextOpening(Moment("2017-03-25T12:00:00Z")).ShouldBe(Moment("2017-03-26T01:15:00Z"));
        night.IsOpen(Moment("2017-03-26T01:44:00Z")).ShouldBeTrue();
        night.IsOpen(Moment("2017-03-26T00:30:00Z")).ShouldBeFalse();
        night.NextOpening(Moment("2016-10-29T12:00:00Z")).ShouldBe(Moment("2016-10-30T00:15:00Z"));
        night.IsOpen(Moment("2016-10-30T01:30:00Z")).ShouldBeFalse();
    }

    [Fact]
    public void Whenever_the_window_says_it_opens_it_is_open_and_was_closed_before()
    {
        var window = Window(Office with { LastDay = null, Opens = new TimeOnly(0, 30), Closes = new TimeOnly(1, 30), WeekendsToo = true });
        for (var moment = Moment("2016-10-20T00:00:00Z"); moment < Moment("2017-04-10T00:00:00Z"); moment += TimeSpan.FromMinutes(47))
        {
            var opens = window.NextOpening(moment).ShouldNotBeNull();
            window.IsOpen(opens).ShouldBeTrue();
            window.IsOpen(moment).ShouldBe(opens == moment);
            (opens > moment && window.IsOpen(opens - TimeSpan.FromTicks(1))).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_day_after_the_holiday_table_is_judged_by_the_weekend() =>
        Window(Office with { LastDay = null }).NextOpening(Moment("2029-01-06T10:00:00Z")).ShouldBe(Moment("2029-01-08T09:00:00Z"));

    private static SendingWindow Window(SendingPolicy policy) => new(policy, TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
