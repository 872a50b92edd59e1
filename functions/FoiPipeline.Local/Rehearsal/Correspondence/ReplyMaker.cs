using System.Globalization;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>
/// Makes the bytes of a planned mail. They depend on the plan, the mail and the day and words of our letter only, so they need not be kept: the same
/// mail is made again whenever it is asked for.
/// </summary>
internal sealed class ReplyMaker(RehearsalPlan plan)
{
    public byte[] Make(PlannedMail mail, SentLetter letter)
    {
        var of = plan.Find(mail.Authority)!;
        switch (mail.Event)
        {
            case MailEvent.HardBounce or MailEvent.DelayNotice:
                return DeliveryReports.Make(plan, mail, letter);
            case MailEvent.Stray:
                return Stray(of, mail, letter);
            case MailEvent.SecondDelivery:
                var first = new PlannedMail(mail.Authority, MailEvent.Answer, "", DateTimeOffset.FromUnixTimeSeconds(long.Parse(mail.Detail, CultureInfo.InvariantCulture)).ToOffset(mail.Due.Offset));
                return of.SecondDelivery == SecondDelivery.SameBytes ? Make(first, letter) : Correspondence(of, mail, letter, first.Due);
            default:
                return Correspondence(of, mail, letter, mail.Due);
        }
    }

    private byte[] Correspondence(AuthorityPlan of, PlannedMail mail, SentLetter letter, DateTimeOffset written)
    {
        var isAnswer = mail.Event is MailEvent.Answer or MailEvent.SecondDelivery;
        var answering = isAnswer || mail.Event == MailEvent.AfterAnswer;
        var persona = Persona.For(plan, of, answering);
        var words = new Wording(plan, of, persona, letter, written, answering);
        var composer = new AnswerComposer(plan, of, persona, words);
        var style = new ReplyStyle(plan, of, persona, mail, letter);
        var files = isAnswer ? new AnswerFiles(of, persona, composer, style, plan).Make(written) : mail.Event == MailEvent.AfterAnswer ? AfterFiles(of, composer, written) : [];
        var toUs = style.Letter(Words(mail.Event, of, persona, composer), words);
        var envelope = style.Envelope(words);
        var quote = style.QuotesLetter ? new Quoting(plan, letter) : null;
        return envelope.Begin(plan).ToBytes(MailBody.Make(envelope.System, toUs, quote, of.Authority.Name, files, plan.DrawFor($"body/{mail.Key}")));
    }

    private static IReadOnlyList<Block> Words(MailEvent what, AuthorityPlan of, Persona persona, AnswerComposer composer) => what switch
    {
        MailEvent.Acknowledgement => composer.Short(NoticeWording.Acknowledgements[persona.Voice]),
        MailEvent.AutoAcknowledgement => composer.Short(NoticeWording.AutoAcknowledgements),
        MailEvent.OutOfOffice => composer.Short(NoticeWording.OutOfOffice),
        MailEvent.Clarification => composer.Short([Clarification.AskedOf(of)]),
        MailEvent.FeesNotice => composer.Short(NoticeWording.FeesNotices),
        MailEvent.Extension => composer.Short(of.Extends ? NoticeWording.Extensions : NoticeWording.SorryLate),
        MailEvent.AfterAnswer => composer.Short(of.AfterAnswer == AfterAnswer.Correction ? NoticeWording.Corrections : NoticeWording.SecondInstalments),
        _ => Answer(of, persona, composer),
    };

    private static IReadOnlyList<Block> Answer(AuthorityPlan of, Persona persona, AnswerComposer composer)
    {
        if (of.Final == FinalState.Transferred)
        {
            return composer.Short(NoticeWording.Transfers);
        }

        if (of.Final != FinalState.Unreadable && of.Format == AnswerFormat.Body)
        {
            return composer.Answer(tables: persona.System is MailSystem.Outlook or MailSystem.Gmail);
        }

        var cover = composer.Short(of.Format == AnswerFormat.Link && of.IsUsable ? AnswerWording.LinkOnly : AnswerWording.CoverForAttachment);
        return of.AnsweredTogether.Count > 1 ? [.. composer.Short(AnswerWording.OpeningsForSeveral), .. cover] : cover;
    }

    private static List<EmlFile> AfterFiles(AuthorityPlan of, AnswerComposer composer, DateTimeOffset written) => of.AfterAnswer == AfterAnswer.SecondInstalment
        ? [new EmlFile("Policy.pdf", "application/pdf", PdfFile.Write(composer.Policy(written), letterhead: false))]
        : [];

    private byte[] Stray(AuthorityPlan of, PlannedMail mail, SentLetter letter)
    {
        var template = StrayWording.All[of.Stray!.Value % StrayWording.All.Length];
        var persona = Persona.For(plan, of, answering: false);
        var words = new Wording(plan, of, persona with { Name = template.From }, letter, mail.Due, answering: false);
        var envelope = new Envelope
        {
            Key = mail.Key,
            System = template.Address.Contains("homemail", StringComparison.Ordinal) ? MailSystem.Gmail : MailSystem.Outlook,
            FromName = template.From,
            FromAddress = words.Say(template.Address),
            To = letter.FromAddress,
            Subject = words.Say(template.Subject),
            Date = mail.Due,
        };
        var blocks = words.Say(template.Text).Split('\n').Select(p => new Block(BlockKind.Paragraph, p)).ToList();
        return envelope.Begin(plan).ToBytes(MailBody.Make(envelope.System, blocks, null, "", [], plan.DrawFor($"body/{mail.Key}")));
    }
}
