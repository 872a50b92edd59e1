using System.Text;

namespace FoiPipeline.Tests.Mailing;

public sealed class HeaderDamageTests
{
    [Fact]
    public void Folded_lines_are_put_together()
    {
        var mail = RawMail.Read("Subject: Freedom of Information\n request\n\tSV16-02N\nFrom: joe@ccg.example\n\nHello");
        mail.Subject.ShouldBe("Freedom of Information request\tSV16-02N");
        mail.Body.ShouldBe("Hello");
    }

    [Fact]
    public void A_continuation_that_lost_its_blank_is_still_part_of_its_header()
    {
        var mail = RawMail.Read("Subject: Your request\nabout social value\nFrom: joe@ccg.example\n\nHello");
        mail.Subject.ShouldBe("Your request about social value");
        mail.From!.Address.ShouldBe("joe@ccg.example");
        mail.Problems.ShouldContain("A header line is broken; it was read as part of the line before it.");
    }

    [Fact]
    public void A_missing_empty_line_before_the_text_loses_no_text()
    {
        var mail = RawMail.Read("From: joe@ccg.example\nSubject: x\nDear all, here is our answer.\n\nYours");
        mail.Body.ShouldBe("Dear all, here is our answer.\n\nYours");
        mail.Problems.ShouldContain("No empty line separates the header from the text.");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    public void Every_kind_of_line_end_is_understood(string lineEnd)
    {
        var mail = RawMail.Read(Encoding.ASCII.GetBytes(string.Join(lineEnd, "From: joe@ccg.example", "Subject: x", "", "One", "Two", "")));
        mail.Subject.ShouldBe("x");
        mail.Body.ShouldBe("One\nTwo");
    }

    [Theory]
    [InlineData("From joe@ccg.example Fri Jul  1 16:55:01 2016\n")]
    [InlineData(">From joe@ccg.example Fri Jul  1 16:55:01 2016\n")]
    [InlineData("\n\n")]
    [InlineData("\ufeff")]
    public void What_mailbox_files_and_editors_put_before_a_mail_is_passed_over(string before)
    {
        var mail = RawMail.Read(before + RawMail.Start + "Subject: x\n\nHello");
        mail.From!.Address.ShouldBe("joe@ccg.example");
        mail.Body.ShouldBe("Hello");
    }

    [Fact]
    public void A_blank_before_the_colon_is_forgiven() => RawMail.Read("Subject : x\nFrom\t: joe@ccg.example\n\n").Subject.ShouldBe("x");

    [Fact]
    public void A_text_without_any_header_is_all_body()
    {
        var mail = RawMail.Read("Dear Sir or Madam\nwe hold nothing.");
        mail.Body.ShouldBe("Dear Sir or Madam\nwe hold nothing.");
        mail.From.ShouldBeNull();
        mail.Problems.ShouldContain("There are no header lines.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("\0")]
    public void An_empty_mail_is_said_to_be_empty(string raw)
    {
        var mail = RawMail.Read(Encoding.ASCII.GetBytes(raw));
        mail.Problems.ShouldBe(["The mail is empty."]);
        mail.BodySource.ShouldBe("none");
    }

    [Fact]
    public void Header_fields_are_kept_in_order_with_their_names_as_written()
    {
        var mail = RawMail.Read("X-aBc: 1\nSubject: =?utf-8?q?caf=C3=A9?=\nx-Abc: 2\n\n");
        mail.Headers.Select(h => $"{h.Name}={h.Value}").ShouldBe(["X-aBc=1", "Subject=café", "x-Abc=2"]);
        mail.Header("X-ABC").ShouldBe("1");
    }

    [Fact]
    public void A_header_without_end_is_cut_and_said_to_be()
    {
        var mail = RawMail.Read(string.Concat(Enumerable.Range(0, 6000).Select(i => $"X-{i}: y\n")) + "\nHello");
        mail.Headers.Count.ShouldBe(5000);
        mail.Body.ShouldBe("Hello");
        mail.Problems.ShouldContain("There are more than 5000 header fields; the rest were left out.");
    }
}
