using System.Globalization;
using System.Text;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.UseCases;

/// <summary>Raw mails as authorities and machines send them.</summary>
internal static class SomeMail
{
    public static readonly DateTimeOffset Monday = new(2016, 7, 11, 9, 30, 0, TimeSpan.Zero);

    public const string FullAnswer =
        """
        Dear Ms Example,

        Thank you for your request for information under the Freedom of Information Act 2000. Please find our response below.

        1. Do you have a policy on social value?
        Yes. Our policy on social value was adopted by the governing body in March 2014 and applies to all procurements.

        2. How many contracts did you let in 2015?
        The CCG let 42 contracts in 2015.

        If you are dissatisfied with the handling of your request you may ask for an internal review.

        Yours sincerely,
        Freedom of Information Team
        """;

    public const string Acknowledgement =
        """
        Dear Ms Example,

        Thank you for your request under the Freedom of Information Act 2000, which we received today. We will respond within 20 working days.

        Yours sincerely,
        Freedom of Information Team
        """;

    public const string Clarification =
        """
        Dear Ms Example,

        Thank you for your request under the Freedom of Information Act 2000. In order to process your request we require further clarification:
        please clarify what you mean by contracts. Until we hear from you we are unable to proceed, and the 20 working days are on hold.

        Yours sincerely,
        Freedom of Information Team
        """;

    /// <param name="code">Whose reply it is.</param>
    /// <param name="body">Its text, '\n' line ends.</param>
    /// <param name="toToken">Whether it goes to the reply address with the request's token, and says whose it is anywhere.</param>
    public static byte[] Reply(
        string code, string body, DateTimeOffset? at = null, string? messageId = null, string? from = null, string? subject = null, bool toToken = true, string extra = "")
    {
        var reference = new Reference("SV16", Some.Id(code));
        var to = toToken ? $"foi+{ReplyToken.For(reference)}@healthy.example" : Some.Mailbox;
        var date = Date(at ?? Monday);
        return Raw(
            $"""
             Received: from mx.{code.ToLowerInvariant()}.example by mail.healthy.example; {date}
             {extra}From: FOI Team <{from ?? $"foi.team@{code.ToLowerInvariant()}.example"}>
             To: {to}
             Subject: {subject ?? (toToken ? $"RE: Freedom of Information request: social value in commissioning [{reference}]" : "Your request")}
             Date: {date}
             Message-ID: {messageId ?? $"<{Guid.NewGuid():N}@{code.ToLowerInvariant()}.example>"}
             MIME-Version: 1.0
             Content-Type: text/plain; charset=utf-8

             {body}
             """);
    }

    /// <summary>A report of a mail system (RFC 3464) on a letter of ours.</summary>
    public static byte[] Report(string code, string action, string status, string recipient, string? originalId, DateTimeOffset? at = null)
    {
        var original = originalId is null ? "" : $"Message-ID: {originalId}\n";
        return Raw(
            $"""
             Received: from mx.example by mail.healthy.example; {Date(at ?? Monday)}
             From: Mail Delivery System <MAILER-DAEMON@mx.example>
             To: foi+{ReplyToken.For(new Reference("SV16", Some.Id(code)))}@healthy.example
             Subject: {(action == "failed" ? "Undelivered Mail Returned to Sender" : "Delayed Mail (still being retried)")}
             Date: {Date(at ?? Monday)}
             Message-ID: <{Guid.NewGuid():N}@mx.example>
             MIME-Version: 1.0
             Auto-Submitted: auto-replied
             Content-Type: multipart/report; report-type=delivery-status; boundary="b"

             --b
             Content-Type: text/plain

             Your message {(action == "failed" ? "could not be delivered" : "could not be delivered yet; it will be retried")}.

             --b
             Content-Type: message/delivery-status

             Reporting-MTA: dns; mx.example

             Final-Recipient: rfc822; {recipient}
             Action: {action}
             Status: {status}
             Diagnostic-Code: smtp; {status} user unknown

             --b
             Content-Type: text/rfc822-headers

             {original}Subject: Freedom of Information request

             --b--
             """);
    }

    public static byte[] Raw(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n") + "\r\n");

    private static string Date(DateTimeOffset at) => at.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
