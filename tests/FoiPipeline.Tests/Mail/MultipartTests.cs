using System.Globalization;
using System.Text;

namespace FoiPipeline.Tests.Mailing;

public sealed class MultipartTests
{
    private const string Mixed = RawMail.Start + "Content-Type: multipart/mixed; boundary=\"b 1\"\n\n";

    private const string Two = "--b 1\n\nHello\n--b 1\nContent-Type: application/pdf; name=a.pdf\n\nPDF\n";

    [Fact]
    public void The_line_end_before_a_separator_belongs_to_the_separator()
    {
        var mail = RawMail.Read(Mixed + "preamble\n" + Two + "--b 1--\nepilogue");
        mail.Body.ShouldBe("Hello");
        mail.Attachments.ShouldHaveSingleItem().Text().ShouldBe("PDF");
        mail.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_mail_that_ends_too_early_is_read_as_far_as_it_goes()
    {
        var mail = RawMail.Read(Mixed + Two);
        mail.Attachments.ShouldHaveSingleItem().Text().ShouldBe("PDF\r\n");
        mail.Problems.ShouldContain("The mail ends before its last part is closed; it may be cut short.");
    }

    [Theory]
    [InlineData("multipart/mixed", "The mail does not say what separates its parts; the separator was found in the text.")]
    [InlineData("multipart/mixed; boundary=wrong", "The parts are not separated as the mail says; the real separator was found in the text.")]
    public void A_separator_that_is_missing_or_wrong_is_found_in_the_text(string type, string problem)
    {
        var mail = RawMail.Read($"{RawMail.Start}Content-Type: {type}\n\n--real\nContent-Type: text/plain\n\nHello\n--real\nContent-Type: application/pdf\n\nPDF\n--real--");
        mail.Body.ShouldBe("Hello");
        mail.Attachments.ShouldHaveSingleItem().Name.ShouldBe("attachment-1.pdf");
        mail.Problems.ShouldBe([problem]);
    }

    [Fact]
    public void A_multipart_without_parts_is_read_as_text()
    {
        var mail = RawMail.Read(Mixed + "Just words.");
        mail.Body.ShouldBe("Just words.");
        mail.Problems.ShouldContain("The mail says it has several parts, but none were found; it was read as one text.");
    }

    [Fact]
    public void Nested_multiparts_with_the_same_separator_lose_no_part()
    {
        var mail = RawMail.Read(Mixed + "--b 1\nContent-Type: multipart/alternative; boundary=\"b 1\"\n\n" + Two + "--b 1--\n--b 1\nContent-Type: image/png\n\nPNG\n--b 1--\n");
        mail.Body.ShouldBe("Hello");
        mail.Attachments.Select(a => a.Text()).ShouldBe(["PDF", "PNG"]);
    }

    [Fact]
    public void A_separator_that_begins_like_another_is_not_taken_for_it()
    {
        var mail = RawMail.Read(Mixed + "--b 1\nContent-Type: multipart/alternative; boundary=\"b 1x\"\n\n--b 1x\n\nHello\n--b 1x--\n--b 1\nContent-Type: image/png\n\nPNG\n--b 1--\n");
        mail.Body.ShouldBe("Hello");
        mail.Attachments.ShouldHaveSingleItem().Type.ShouldBe("image/png");
    }

    [Fact]
    public void Plain_text_is_preferred_to_html()
    {
        var mail = RawMail.Read(Alternative("Plain words that answer the request in full.", "<p>HTML words that answer the request in full.</p>"));
        mail.Body.ShouldBe("Plain words that answer the request in full.");
        mail.BodySource.ShouldBe("plain");
        mail.Attachments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("Your e-mail client does not support HTML messages.")]
    [InlineData("This message is in HTML format. To see it please use an HTML capable mail program.")]
    [InlineData("View this email in your browser")]
    public void Html_is_read_where_the_plain_version_says_nothing(string stub)
    {
        var mail = RawMail.Read(Alternative(stub, "<p>We hold no policy.</p>"));
        mail.Body.ShouldBe("We hold no policy.");
        mail.BodySource.ShouldBe("html");
    }

    [Fact]
    public void A_file_that_hangs_on_the_version_not_chosen_is_kept()
    {
        var mail = RawMail.Read(RawMail.Start + """
            Content-Type: multipart/alternative; boundary=a

            --a

            Our answer is attached to this mail.
            --a
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/html

            <p>Our answer is attached to this mail.</p>
            --m
            Content-Type: application/pdf
            Content-Disposition: inline; filename=answer.pdf

            PDF
            --m
            Content-Type: text/html

            <br>
            --m--
            --a--
            """);
        mail.Body.ShouldBe("Our answer is attached to this mail.");
        var file = mail.Attachments.ShouldHaveSingleItem();
        file.Name.ShouldBe("answer.pdf");
        file.IsInline.ShouldBeFalse();
    }

    [Fact]
    public void Texts_shown_one_after_the_other_are_read_one_after_the_other()
    {
        var mail = RawMail.Read(Mixed + "--b 1\n\nFirst\n--b 1\nContent-Type: image/png\n\nPNG\n--b 1\nContent-Type: text/plain\nContent-Disposition: inline\n\nSecond\n"
            + "--b 1\nContent-Type: text/plain\nContent-Disposition: attachment\n\nA file\n--b 1\nContent-Type: text/plain; name=notes.txt\n\nNotes\n--b 1--\n");
        mail.Body.ShouldBe("First\n\nSecond");
        mail.Attachments.Select(a => a.Name).ShouldBe(["attachment-1.png", "attachment-2.txt", "notes.txt"]);
    }

    [Fact]
    public void Pictures_of_a_page_are_inline_and_documents_never_are()
    {
        var mail = RawMail.Read(RawMail.Start + """
            Content-Type: multipart/related; boundary=r; start="<root>"

            --r
            Content-Type: image/png; name=logo.png
            Content-ID: <logo>

            PNG
            --r
            Content-Type: text/html
            Content-ID: <root>

            <p>Hello<img src="cid:logo"></p>
            --r
            Content-Type: application/pdf; name=answer.pdf
            Content-ID: <pdf>

            PDF
            --r--
            """);
        mail.Body.ShouldBe("Hello");
        mail.Attachments.Select(a => (a.Name, a.IsInline)).ShouldBe([("logo.png", true), ("answer.pdf", false)]);
    }

    [Fact]
    public void A_forwarded_mail_is_an_attachment_byte_for_byte()
    {
        const string Nested = "From: x@y.example\r\nSubject: inner\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\nInner\r\n--i--\r\n";
        var mail = RawMail.Read(Mixed + "--b 1\n\nSee below\n--b 1\nContent-Type: message/rfc822\n\n" + Nested + "\n--b 1--\n");
        mail.Subject.ShouldBe("");
        mail.Body.ShouldBe("See below");
        var forwarded = mail.Attachments.ShouldHaveSingleItem();
        (forwarded.Name, forwarded.Type).ShouldBe(("attachment-1.eml", "message/rfc822"));
        forwarded.Text().ShouldBe(Nested);
    }

    [Fact]
    public void Of_a_macintosh_file_only_the_file_is_kept()
    {
        var mail = RawMail.Read(Mixed + "--b 1\nContent-Type: multipart/appledouble; boundary=d; name=answer.doc\n\n--d\nContent-Type: application/applefile\n\nfork\n"
            + "--d\nContent-Type: application/msword\n\nDOC\n--d--\n--b 1--\n");
        var file = mail.Attachments.ShouldHaveSingleItem();
        (file.Name, file.Text()).ShouldBe(("answer.doc", "DOC"));
    }

    [Fact]
    public void The_signature_of_a_signed_mail_does_not_hide_its_text()
    {
        var mail = RawMail.Read(RawMail.Start + "Content-Type: multipart/signed; boundary=s\n\n--s\n\nSigned words\n--s\nContent-Type: application/pkcs7-signature\n\nSIG\n--s--\n");
        mail.Body.ShouldBe("Signed words");
        mail.Attachments.ShouldHaveSingleItem().Name.ShouldBe("attachment-1.p7s");
    }

    [Fact]
    public void An_invitation_keeps_its_calendar_as_a_file()
    {
        var mail = RawMail.Read(RawMail.Start + "Content-Type: multipart/alternative; boundary=s\n\n--s\n\nMeeting about your request\n--s\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n--s--\n");
        mail.Body.ShouldBe("Meeting about your request");
        mail.Attachments.ShouldHaveSingleItem().Name.ShouldBe("attachment-1.ics");
    }

    [Fact]
    public void Endless_nesting_is_cut_and_said_to_be()
    {
        var raw = string.Concat(Enumerable.Range(0, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")));
        RawMail.Read(raw + "\ntext").Problems.ShouldContain("Parts are nested more than 30 deep; the innermost were left out.");
    }

    [Fact]
    public void Endless_parts_are_cut_and_said_to_be()
    {
        var mail = RawMail.Read(Mixed + string.Concat(Enumerable.Repeat("--b 1\nContent-Type: image/png\n\nPNG\n", 1500)) + "--b 1--");
        mail.Attachments.Count.ShouldBe(1000);
        mail.Problems.ShouldContain("The mail has more than 1000 parts; the rest were left out.");
    }

    [Fact]
    public void What_was_sent_as_it_is_shares_the_raw_bytes()
    {
        var raw = Encoding.ASCII.GetBytes(RawMail.Crlf(Mixed + Two + "--b 1--"));
        var content = RawMail.Read(raw).Attachments.ShouldHaveSingleItem().Content;
        raw[raw.AsSpan().IndexOf("PDF"u8)] = (byte)'X';
        content.Span[0].ShouldBe((byte)'X');
    }

    private static string Alternative(string plain, string html) =>
        $"{RawMail.Start}Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n{plain}\n--a\nContent-Type: text/html\n\n{html}\n--a--\n";
}
