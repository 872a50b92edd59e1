using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>What mail servers say of our letters: RFC 3464 reports as Exchange and Postfix write them, and prose of older servers.</summary>
internal static class DeliveryReports
{
    private static readonly string[] NoSuchUser =
    [
        "550 5.1.1 User unknown", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.1.1 <{0}>: Recipient address rejected: User unknown in virtual mailbox table", "554 5.7.1 mailbox disabled, not accepting messages",
    ];

    public static byte[] Make(RehearsalPlan plan, PlannedMail mail, SentLetter letter)
    {
        var draw = plan.DrawFor($"report/{mail.Key}");
        var delayed = mail.Event == MailEvent.DelayNotice;
        var facts = new Facts(
            letter, new Quoting(plan, letter).Sent, $"gateway{draw.Between(1, 4)}.{MailNames.Split(letter.EnvelopeFrom).Domain}", delayed,
            delayed ? "451 4.4.7 Message delayed: connection timed out" : draw.Pick(NoSuchUser).Replace("{0}", letter.EnvelopeTo, StringComparison.Ordinal));
        var style = delayed ? 1 : draw.Below(7) switch { < 3 => 0, < 5 => 1, _ => 2 };
        var message = new Envelope
        {
            Key = mail.Key,
            System = MailSystem.OutlookPlain,
            FromName = style == 0 ? "Microsoft Outlook" : "Mail Delivery System",
            FromAddress = $"{(style == 0 ? "postmaster" : "MAILER-DAEMON")}@{facts.Server}",
            To = letter.EnvelopeFrom,
            Subject = style == 0 ? $"Undeliverable: {letter.Subject}" : delayed ? "Delayed Mail (still being retried)" : "Undelivered Mail Returned to Sender",
            Date = mail.Due,
            Answers = style == 0 ? letter.MessageId : null,
            AutoSubmitted = style == 2 ? null : "auto-replied",
            IsReport = true,
        }.Begin(plan);
        return message.ToBytes(style == 2 ? Prose(facts) : Report(facts, style, draw));
    }

    private static EmlPart Report(Facts facts, int style, Draw draw)
    {
        var words = facts.Delayed
            ? $"This is the mail system at host {facts.Server}.\n\n####################################################################\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n####################################################################\n\nYour message could not be delivered for more than 4 hours.\nIt will be retried until it is 5 days old.\n\n<{facts.Letter.EnvelopeTo}>: {facts.Diagnostic}\n"
            : style == 0
                ? $"Delivery has failed to these recipients or groups:\n\n{facts.Letter.EnvelopeTo}\nThe e-mail address you entered couldn't be found. Please check the recipient's address and try to send the message again.\n\nDiagnostic information for administrators:\n\nGenerating server: {facts.Server}\n\n{facts.Diagnostic}\n"
                : $"This is the mail system at host {facts.Server}.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<{facts.Letter.EnvelopeTo}>: {facts.Diagnostic}\n";
        var status = $"Reporting-MTA: dns; {facts.Server}\nArrival-Date: {HeaderText.Date(facts.Sent)}\n\nFinal-Recipient: rfc822; {facts.Letter.EnvelopeTo}\nAction: {(facts.Delayed ? "delayed" : "failed")}\nStatus: {facts.Status}\nDiagnostic-Code: smtp; {facts.Diagnostic}\n";
        return EmlPart.OfMany(
            "report; report-type=delivery-status", $"{draw.Hex(20)}/{facts.Server}",
            EmlPart.OfText(words, "text/plain", new TextStyle("us-ascii", "7bit", QuotesCharset: false)),
            EmlPart.OfReport("message/delivery-status", status),
            style == 0
                ? EmlPart.OfReport("message/rfc822", $"{facts.OriginalHeaders}\n{facts.Letter.Body}\n")
                : EmlPart.OfReport("text/rfc822-headers", facts.OriginalHeaders));
    }

    private static EmlPart Prose(Facts facts) => EmlPart.OfText(
        $"This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to all of its recipients. This is a permanent error. The following address failed:\n\n  {facts.Letter.EnvelopeTo}\n    host mail.{MailNames.Split(facts.Letter.EnvelopeTo).Domain} said: {facts.Diagnostic}\n\n------ This is a copy of the message's headers. ------\n\n{facts.OriginalHeaders}",
        "text/plain", new TextStyle("us-ascii", "7bit", QuotesCharset: false));

    private sealed record Facts(SentLetter Letter, DateTimeOffset Sent, string Server, bool Delayed, string Diagnostic)
    {
        public string Status => Diagnostic.Split(' ')[1];

        public string OriginalHeaders =>
            $"From: {HeaderText.Address(Letter.FromName, Letter.FromAddress, "utf-8", true)}\nTo: {Letter.EnvelopeTo}\nReply-To: {Letter.ReplyTo}\n{HeaderText.Fold("Subject", HeaderText.Unstructured(Letter.Subject, "utf-8", true)).Replace("\r\n", "\n", StringComparison.Ordinal)}\nDate: {HeaderText.Date(Sent)}\nMessage-ID: {Letter.MessageId}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";
    }
}
