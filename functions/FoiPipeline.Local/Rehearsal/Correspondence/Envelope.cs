using System.Globalization;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>What a mail system writes above a message: who, to whom, when, about what, and what it answers.</summary>
internal sealed record Envelope
{
    /// <summary>Key of the mail: everything drawn for its headers depends on it.</summary>
    public required string Key { get; init; }

    public required MailSystem System { get; init; }

    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public required string To { get; init; }

    public string ToName { get; init; } = "";

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Message-ID of the letter answered, or nothing.</summary>
    public string? Answers { get; init; }

    /// <summary>Sent by a machine, and saying so as RFC 3834 wants.</summary>
    public string? AutoSubmitted { get; init; }

    /// <summary>The null return path of a report.</summary>
    public bool IsReport { get; init; }

    public EmlMessage Begin(RehearsalPlan plan)
    {
        var draw = plan.DrawFor($"envelope/{Key}");
        var domain = MailNames.Split(FromAddress).Domain;
        var ours = MailNames.Split(To).Domain;
        var (charset, base64) = draw.Pick<(string, bool)>([("utf-8", true), ("utf-8", false), ("windows-1252", false), ("iso-8859-1", false)]);
        if (Subject.Concat(FromName).Any(c => c > 0xFF))
        {
            charset = charset == "iso-8859-1" ? "windows-1252" : charset;
        }

        var message = new EmlMessage();
        message.Add("Return-Path", IsReport ? "<>" : $"<{FromAddress}>");
        message.Add("Delivered-To", To);
        message.AddAsIs(string.Create(
            CultureInfo.InvariantCulture,
            $"Received: from mail{draw.Between(1, 9)}.{domain} (mail.{domain} [192.0.2.{draw.Between(2, 250)}])\r\n\tby mx.{ours} (Postfix) with ESMTPS id {draw.Hex(11).ToUpperInvariant()}\r\n\tfor <{To}>; {HeaderText.Date(Date)}"));
        message.Add("From", HeaderText.Address(FromName, FromAddress, charset, base64));
        message.Add("To", HeaderText.Address(ToName, To, charset, base64));
        message.Add("Subject", HeaderText.Unstructured(Subject, charset, base64));
        message.Add("Date", HeaderText.Date(Date));
        message.Add("Message-ID", MessageId(draw, domain));
        if (Answers is not null)
        {
            message.Add("In-Reply-To", Answers);
            message.Add("References", Answers);
        }

        Extras(message, draw);
        return message;
    }

    private string MessageId(Draw draw, string domain) => System switch
    {
        MailSystem.Gmail => $"<CA{draw.Hex(30)}@mail.{domain}>",
        MailSystem.AppleMail => $"<{draw.Hex(8)}-{draw.Hex(4)}-{draw.Hex(4)}-{draw.Hex(4)}-{draw.Hex(12)}@{domain}>".ToUpperInvariant().Replace(domain.ToUpperInvariant(), domain, StringComparison.Ordinal),
        MailSystem.Ticketing => $"<ticket.{draw.Between(10000, 99999)}.{draw.Hex(12)}@support.{domain}>",
        _ => $"<{draw.Hex(32)}@EXCH{draw.Between(1, 4)}.{domain}>",
    };

    private void Extras(EmlMessage message, Draw draw)
    {
        switch (System)
        {
            case MailSystem.Outlook or MailSystem.OutlookPlain:
                message.Add("Thread-Topic", HeaderText.Unstructured(Subject.StartsWith("RE: ", StringComparison.Ordinal) ? Subject[4..] : Subject, "utf-8", true));
                message.Add("Thread-Index", $"AdH{draw.Hex(27)}==");
                message.Add("Accept-Language", "en-GB, en-US");
                message.Add("X-MS-Has-Attach", "");
                break;
            case MailSystem.AppleMail:
                message.Add("X-Mailer", "Apple Mail (2.3124)");
                break;
            case MailSystem.Ticketing:
                message.Add("X-Mailer", "Casework notifier 4.2");
                break;
        }

        if (AutoSubmitted is not null)
        {
            message.Add("Auto-Submitted", AutoSubmitted);
            message.Add("X-Auto-Response-Suppress", "All");
        }
    }
}
