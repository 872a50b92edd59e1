using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Mailing;

public sealed class DeliveryReportTests
{
    [Theory]
    [InlineData("message/rfc822")]
    [InlineData("text/rfc822-headers")]
    public void A_bounce_tells_who_was_not_reached_why_and_which_letter_it_was(string originalType)
    {
        var mail = RawMail.Read($"""
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r

            I'm sorry to have to inform you.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            X-Queue: 12

            Final-Recipient: rfc822; foi@ccg.example
            Original-Recipient: rfc822;old@ccg.example
            Action: Failed
            Status: 5.1.1 (bad mailbox)
            Diagnostic-Code: smtp; 550 5.1.1 <foi@ccg.example>:
             no such user

            Original-Recipient: rfc822;second@ccg.example
            Action: delayed
            Status: 4.4.7
            --r
            Content-Type: {originalType}

            From: foi@healthy.example
            Subject: =?utf-8?q?Request_=E2=80=93_SV16-02N?=
            Message-ID: <sv16.02n.initial.1.k7q2@healthy.example>

            --r--
            """);
        mail.Body.ShouldBe("I'm sorry to have to inform you.");
        var report = mail.DeliveryReport!;
        report.Recipients.ShouldBe(
        [
            new DeliveryReportRecipient("foi@ccg.example", "failed", "5.1.1", "550 5.1.1 <foi@ccg.example>: no such user"),
            new DeliveryReportRecipient("second@ccg.example", "delayed", "4.4.7", ""),
        ]);
        report.OriginalMessageId.ShouldBe("<sv16.02n.initial.1.k7q2@healthy.example>");
        report.OriginalSubject.ShouldBe("Request – SV16-02N");
    }

    [Fact]
    public void Groups_that_a_gateway_encoded_are_decoded()
    {
        var groups = Convert.ToBase64String("Final-Recipient: rfc822; x@ccg.example\nAction: failed\nStatus: 5.1.1\n"u8);
        var mail = RawMail.Read($"{RawMail.Start}Content-Type: multipart/report; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\nContent-Transfer-Encoding: base64\n\n{groups}\n--r--\n");
        mail.DeliveryReport!.Recipients.ShouldBe([new DeliveryReportRecipient("x@ccg.example", "failed", "5.1.1", "")]);
    }

    [Fact]
    public void A_broken_report_is_read_as_far_as_it_goes()
    {
        var mail = RawMail.Read(RawMail.Start + "Content-Type: multipart/report; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\n\njunk\nFinal-Recipient: x@ccg.example\n\nmore junk");
        mail.DeliveryReport!.Recipients.ShouldBe([new DeliveryReportRecipient("x@ccg.example", "", "", "")]);
        mail.DeliveryReport.OriginalMessageId.ShouldBe("");
    }

    [Fact]
    public void A_forwarded_bounce_is_no_bounce() =>
        RawMail.Read(RawMail.Start + "Content-Type: message/rfc822\n\nContent-Type: multipart/report; boundary=r\n\n--r\nContent-Type: message/delivery-status\n\nAction: failed\n--r--")
            .DeliveryReport.ShouldBeNull();
}
