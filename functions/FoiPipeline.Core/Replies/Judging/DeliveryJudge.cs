namespace FoiPipeline.Core.Replies.Judging;

/// <summary>
/// Reports on the delivery of our letter. A failure means that nothing was received and no clock runs; a delay means that nothing is known yet,
/// and the evidence says which: <see cref="FailedRule"/> or <see cref="DelayedRule"/>.
/// </summary>
internal static class DeliveryJudge
{
    public const string FailedRule = "bounce.permanent";
    public const string DelayedRule = "bounce.delayed";

    /// <summary>A person who quotes a code in a longer letter is no mail system.</summary>
    private const double WordingAlone = 0.85;

    /// <summary>By the structure of the message (RFC 3464), which only mail systems write.</summary>
    public static Judgement? FromReport(Mail mail)
    {
        if (mail.DeliveryReport is not { } report)
        {
            return null;
        }

        if (Recipient(report, "failed") is { } failed)
        {
            return new Judgement(ReplyKind.Bounce, 0.99, [new Evidence(FailedRule, "header", Words(failed))]);
        }

        if (Recipient(report, "delayed") is { } delayed)
        {
            return new Judgement(ReplyKind.Bounce, 0.97, [new Evidence(DelayedRule, "header", Words(delayed))]);
        }

        if (report.Recipients.Count > 0 && report.Recipients.All(r => r.Action.Length > 0))
        {
            // Delivered or relayed: good news, and nothing to act on.
            return new Judgement(ReplyKind.AutoAcknowledgement, 0.75, [new Evidence("delivery.succeeded", "header", Words(report.Recipients[0]))]);
        }

        var status = report.Recipients.Select(r => r.Status).FirstOrDefault(s => s.Length > 0) ?? "";
        return new Judgement(ReplyKind.Bounce, 0.9, [new Evidence(status.StartsWith('4') ? DelayedRule : FailedRule, "header", $"delivery report {status}".Trim())]);
    }

    public static Judgement? FromWording(JudgedReply reply, HeaderSigns headers, Signs signs, AnswersFound answers)
    {
        if (answers.Any || headers.IsReceipt)
        {
            return null;
        }

        var wording = signs.Of(Sign.Bounce);
        var machine = headers.IsMailer || headers.HasBounceSubject;
        var human = reply.OwnWords.TrimStart().StartsWith("dear ", StringComparison.OrdinalIgnoreCase) || signs.Has(Sign.Received) || signs.Has(Sign.Answered);
        var confidence = (machine, headers.IsMailer && headers.HasBounceSubject) switch
        {
            (_, true) => 0.97,
            (true, _) when wording >= 0.5 => 0.95,
            (true, _) => 0.8,
            _ when headers.IsAutomatic && wording >= 0.7 && !human => 0.9,
            _ when wording >= WordingAlone && !human => 0.8,
            _ when wording >= 0.5 && !human && signs.Has(Sign.Delay) => 0.75,
            _ when wording >= 0.7 && !human && !signs.Has(Sign.AboutRequest) => 0.75,
            _ when wording >= 0.5 && !human && reply.OwnWords.Length < 400 && !IsReply(reply.Mail.Subject) => 0.65,
            _ => 0,
        };
        if (confidence == 0)
        {
            return null;
        }

        var rule = signs.Has(Sign.Delay) || reply.Mail.Subject.Contains("delay", StringComparison.OrdinalIgnoreCase) ? DelayedRule : FailedRule;
        var marker = new Evidence(rule, "body", rule == DelayedRule ? "delivery is still being tried" : "delivery was given up");
        return new Judgement(ReplyKind.Bounce, confidence, [marker, .. headers.Evidence, .. signs.For(Sign.Bounce, Sign.Delay)]);
    }

    private static bool IsReply(string subject) => subject.TrimStart().StartsWith("re:", StringComparison.OrdinalIgnoreCase);

    private static DeliveryReportRecipient? Recipient(DeliveryReport report, string action) =>
        report.Recipients.FirstOrDefault(r => r.Action.Equals(action, StringComparison.OrdinalIgnoreCase));

    private static string Words(DeliveryReportRecipient recipient)
    {
        var words = $"{recipient.Action} {recipient.Status} {recipient.Address} {recipient.Diagnostic}".Trim();
        return words.Length > 160 ? words[..160] : words;
    }
}
