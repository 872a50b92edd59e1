namespace FoiPipeline.Tests.Mailing;

public sealed class EncodedHeaderTests
{
    [Theory]
    [InlineData("=?utf-8?q?R=C3=A9ponse_1?=", "Réponse 1")]
    [InlineData("=?UTF-8?B?UsOpcG9uc2U=?=", "Réponse")]
    [InlineData("=?iso-8859-1*en?Q?R=E9ponse?= SV16-02N", "Réponse SV16-02N")]
    [InlineData("RE: =?utf-8?q?a?= =?utf-8?q?b?= c", "RE: ab c")]
    [InlineData("=?utf-8?q?a?=\n =?iso-8859-1?q?=E9?=", "aé")]
    [InlineData("=?utf-8?B?4oI=?= =?utf-8?B?rDU=?=", "€5")]
    [InlineData("=?utf-8?q?caf=C3?=\n =?utf-8?q?=A9?=", "café")]
    [InlineData("x=?utf-8?q?y?=z", "xyz")]
    [InlineData("=?utf-8?q?with blanks inside?=", "with blanks inside")]
    [InlineData("=?utf-8?B?UsOpcG9uc2U?=", "Réponse")]
    [InlineData("=?us-ascii?q?5_=A3?=", "5 £")]
    [InlineData("=?iso-8859-1?q?don=92t?=", "don’t")]
    [InlineData("=?iso-8859-1?q?caf=C3=A9?=", "café")]
    [InlineData("=?no-such-charset?q?caf=C3=A9?=", "café")]
    [InlineData("=?iso-2022-jp?B?GyRCPnBKcxsoQg==?=", "情報")]
    [InlineData("=?gb2312?B?0MXPog==?=", "信息")]
    [InlineData("=?utf-8?q?=3D=3Fx?=", "=?x")]
    [InlineData("=?utf-8?x?abc?= =?utf-8?q?unfinished", "=?utf-8?x?abc?= =?utf-8?q?unfinished")]
    [InlineData("=?", "=?")]
    public void Encoded_words_are_decoded_however_they_are_written(string written, string read) =>
        RawMail.Read($"Subject: {written}\n\n").Subject.ShouldBe(read);

    [Fact]
    public void Raw_utf8_is_read() => RawMail.Read("Subject: Réponse – 5 £\n\n").Subject.ShouldBe("Réponse – 5 £");

    [Fact]
    public void Raw_western_bytes_are_read() => RawMail.ReadLatin1("Subject: R\u00e9ponse 5 \u00a3 don\u0092t\n\n").Subject.ShouldBe("Réponse 5 £ don’t");

    [Fact]
    public void An_encoded_line_end_cannot_leave_its_header()
    {
        var mail = RawMail.Read("Subject: =?utf-8?q?a=0D=0ABcc:_x=00y?=\n\n");
        mail.Subject.ShouldBe("a  Bcc: x y");
        mail.Headers.Count.ShouldBe(1);
    }
}
