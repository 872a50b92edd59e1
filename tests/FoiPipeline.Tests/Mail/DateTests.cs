using System.Globalization;

namespace FoiPipeline.Tests.Mailing;

public sealed class DateTests
{
    [Theory]
    [InlineData("Fri, 1 Jul 2016 16:55:01 +0100", "2016-07-01T16:55:01+01:00")]
    [InlineData("Fri, 01 Jul 2016 16:55:01 +0100 (BST)", "2016-07-01T16:55:01+01:00")]
    [InlineData("1 Jul 2016 16:55 +0100", "2016-07-01T16:55:00+01:00")]
    [InlineData("1 Jul 16 16:55:01 GMT", "2016-07-01T16:55:01+00:00")]
    [InlineData("1 Jul 99 16:55:01 EST", "1999-07-01T16:55:01-05:00")]
    [InlineData("1 Jul 116 16:55:01 Z", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri, 1 July 2016 16:55:01 BST", "2016-07-01T16:55:01+01:00")]
    [InlineData("Fri (a day), 1 (one) Jul 2016 16:55:01 -0000", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri Jul  1 16:55:01 2016", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri Jul  1 16:55:01 BST 2016", "2016-07-01T16:55:01+01:00")]
    [InlineData("July 1, 2016 4:55 PM", "2016-07-01T16:55:00+00:00")]
    [InlineData("01-Jul-2016 16:55:01 +0000", "2016-07-01T16:55:01+00:00")]
    [InlineData("2016-07-01T16:55:01+01:00", "2016-07-01T16:55:01+01:00")]
    [InlineData("2016-07-01 16:55:01", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri, 1 Jul 2016 16:55:01 GMT+0100", "2016-07-01T16:55:01+01:00")]
    [InlineData("Fri, 1 Jul 2016 16:55:01 +01:00", "2016-07-01T16:55:01+01:00")]
    [InlineData("Fri, 1 Jul 2016 16:55:01 XYZ", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri, 1 Jul 2016 16:55:01 +9900", "2016-07-01T16:55:01+00:00")]
    [InlineData("Fri, 1 Jul 2016 23:59:60 +0000", "2016-07-01T23:59:59+00:00")]
    [InlineData("01 Jul 2016 16:55+0100", "2016-07-01T16:55:00+01:00")]
    [InlineData("Fri, 1 Jul 2016 16:55:01GMT", "2016-07-01T16:55:01+00:00")]
    [InlineData("July 1, 2016 4:55PM", "2016-07-01T16:55:00+00:00")]
    [InlineData("Fri, 1 Jul 2016", "2016-07-01T00:00:00+00:00")]
    public void A_date_is_read_with_the_offset_it_was_written_with(string written, string read)
    {
        var date = RawMail.Read($"Date: {written}\n\n").Date;
        date!.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2016 10:00:00 +0000")]
    [InlineData("1 Jul 99999 10:00:00 +0000")]
    [InlineData("0 Jul 0000")]
    public void An_impossible_date_is_no_date(string written)
    {
        var mail = RawMail.Read($"Date: {written}\n\n");
        mail.Date.ShouldBeNull();
        mail.Problems.ShouldContain("The mail's date cannot be read.");
    }
}
