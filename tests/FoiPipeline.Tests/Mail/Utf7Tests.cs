namespace FoiPipeline.Tests.Mailing;

/// <summary>Older Exchange wrote its reports in UTF-7, which .NET no longer reads.</summary>
public sealed class Utf7Tests
{
    [Theory]
    [InlineData("utf-7")]
    [InlineData("unicode-1-1-utf-7")]
    public void A_body_in_utf_7_is_read(string charset)
    {
        var mail = RawMail.Read($"{RawMail.Start}Content-Type: text/plain; charset=\"{charset}\"\n\nCost: +AKM-12 +- VAT, caf+AOk.\n");
        mail.Body.ShouldBe("Cost: £12 + VAT, café.");
        mail.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_subject_in_utf_7_is_read() =>
        RawMail.Read("Subject: =?utf-7?Q?+AKM-5?= a =?utf-7?B?K0FLTS0=?=\n\n").Subject.ShouldBe("£5 a £");

    [Fact]
    public void A_character_beyond_the_first_plane_is_put_together() =>
        RawMail.Read(RawMail.Start + "Content-Type: text/plain; charset=utf-7\n\n+2D3eAA-\n").Body.ShouldBe("😀");

    [Theory]
    [InlineData("+")]
    [InlineData("a+A")]
    [InlineData("+AKM")]
    public void What_is_cut_short_ends_quietly(string text) =>
        Should.NotThrow(() => RawMail.Read(RawMail.Start + "Content-Type: text/plain; charset=utf-7\n\n" + text).Body);
}
