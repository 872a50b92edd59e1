using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.Mailing;

/// <summary>Bounces of mail systems that write plain words instead of RFC 3464.</summary>
public sealed class WrittenReportTests
{
    private const string Copy = """
        Return-Path: <foi@healthy.example>
        Message-ID:
         <sv16.02n.initial.1.k7q2@healthy.example>
        Subject: =?utf-8?q?Request_=E2=80=93_SV16-02N?=

        Dear FOI officer
        """;

    [Theory]
    [InlineData("This is the program at mx.example.\nI was not able to deliver your message.\nThis is a permanent error; I have given up.\n\n<foi@ccg.example>:\nno such user (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n", "5.1.1", "no such user (#5.1.1)")]
    [InlineData("Your message\n\n  Subject: Request\n\nwas not delivered to:\n\n  foi@ccg.example\n\nbecause:\n\n  Not listed in the directory\n\n", "", "")]
    [InlineData("It did not reach the following recipient(s):\n\nfoi@ccg.example on Fri, 1 Jul 2016 09:00:00 +0100\n    The name is not recognised\n\n", "", "on Fri, 1 Jul 2016 09:00:00 +0100")]
    [InlineData("The following address failed:\n\n    foi@ccg.example: host mx.ccg.example said: 550 5.7.1 refused\n\n", "5.7.1", "host mx.ccg.example said: 550 5.7.1 refused")]
    public void The_recipient_the_reason_and_the_letter_are_found_in_the_words(string words, string status, string diagnostic)
    {
        var report = Bounce(words + Copy).DeliveryReport!;
        report.Recipients.ShouldBe([new DeliveryReportRecipient("foi@ccg.example", "failed", status, diagnostic)]);
        report.OriginalMessageId.ShouldBe("<sv16.02n.initial.1.k7q2@healthy.example>");
        report.OriginalSubject.ShouldBe("Request – SV16-02N");
    }

    [Fact]
    public void A_warning_is_a_delay() =>
        Bounce("Warning: message still undelivered after 4 hours.\nIt will be retried for 3 days.\n\n<foi@ccg.example>... Deferred: 4.4.1 timed out\n").DeliveryReport!.Recipients
            .ShouldBe([new DeliveryReportRecipient("foi@ccg.example", "delayed", "4.4.1", "Deferred: 4.4.1 timed out")]);

    [Fact]
    public void The_header_names_who_was_not_reached()
    {
        var mail = RawMail.Read($"From: Mail System <system@mx.example>\nTo: foi@healthy.example\nX-Failed-Recipients: a@ccg.example,\n b@ccg.example\n\nCould not be delivered to:\n  a@ccg.example\n    Unrouteable address\n\n{Copy}");
        mail.DeliveryReport!.Recipients.ShouldBe(
        [
            new DeliveryReportRecipient("a@ccg.example", "failed", "", "Unrouteable address"),
            new DeliveryReportRecipient("b@ccg.example", "failed", "", ""),
        ]);
    }

    [Fact]
    public void The_letter_is_found_in_an_attached_copy()
    {
        var mail = RawMail.Read($"""
            From: postmaster@mx.example
            To: foi@healthy.example
            Content-Type: multipart/mixed; boundary=r

            --r

            Delivery failed.
            foi@ccg.example
            --r
            Content-Type: message/rfc822

            {Copy}
            --r--
            """);
        mail.DeliveryReport!.OriginalMessageId.ShouldBe("<sv16.02n.initial.1.k7q2@healthy.example>");
    }

    [Theory]
    [InlineData("Joe <joe@ccg.example>", "Your letter could not be delivered to our old address:\n\nfoi@ccg.example\n")]
    [InlineData("postmaster@mx.example", "This mailbox is for technical questions only. For others write to:\n\nfoi@ccg.example\n")]
    [InlineData("postmaster@mx.example", "A message could not be delivered to one of its recipients.\n")]
    [InlineData("postmaster@mx.example", "A message could not be delivered to you:\n\nfoi@healthy.example\n")]
    public void A_mail_that_only_resembles_one_is_no_report(string from, string body) =>
        RawMail.Read($"From: {from}\nTo: foi@healthy.example\n\n{body}").DeliveryReport.ShouldBeNull();

    private static Mail Bounce(string body) =>
        RawMail.Read($"From: MAILER-DAEMON@mx.example\nTo: foi@healthy.example\nSubject: failure notice\n\n{body}");
}
