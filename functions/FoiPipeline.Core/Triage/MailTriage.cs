using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Triage;

/// <summary>Whether a mail needs a person, and for what. The most telling reason comes first; a mail is one item, however many reasons it has.</summary>
public static class MailTriage
{
    public static TriageItem? Of(MailState mail)
    {
        if (mail.SetAside is not null || mail.Settled is not null || !mail.Matched)
        {
            return null;
        }

        return Reason(mail) is var (type, question, actions)
            ? new TriageItem(type, mail.Mail, IsMail: true, mail.ReceivedAt, $"{mail.From}: {mail.Subject}", question, [.. actions, $"foi read {Short(mail)}"])
            : null;
    }

    /// <summary>The first characters of a mail's id: enough to name it.</summary>
    public static string Short(MailState mail) => mail.Mail[..Math.Min(10, mail.Mail.Length)];

    private static (TriageType Type, string Question, string[] Actions)? Reason(MailState mail)
    {
        var id = Short(mail);
        if (mail.Doubt is not null && !IsMachineNoise(mail))
        {
            var several = mail.DoubtKind == nameof(TriageType.SeveralAuthorities);
            var codes = string.Join(',', mail.Authorities.Concat(mail.Suggestions).Distinct());
            return (several ? TriageType.SeveralAuthorities : TriageType.Unattributed, mail.Doubt,
                [$"foi attach {id} {(codes.Length > 0 ? codes : "CODE[,CODE]")}", $"foi set-aside {id} --why \"...\""]);
        }

        if (mail.Reading is null || mail.Kind is not { } kind)
        {
            return null;
        }

        return kind switch
        {
            // A reply whose answers were read is no riddle, even if a blank page or a policy beside it could not be.
            _ when mail.Unreadable.Count > 0 && mail.Confidence < 0.9 && !mail.JudgedByPerson && kind is not (ReplyKind.Bounce or ReplyKind.OutOfOffice or ReplyKind.AutoAcknowledgement)
                => (TriageType.Unreadable, string.Join(" ", mail.Unreadable), [$"foi judge {id} KIND", $"foi done {id} --why \"asked for a readable copy\""]),
            _ when mail.Confidence < Judgement.PersonBelow && !mail.JudgedByPerson
                => (TriageType.DoubtfulKind, $"It looks like '{KindWords.Of(kind)}', but the rules are not sure. What is it?", [$"foi judge {id} {kind}", $"foi set-aside {id} --why \"...\""]),
            ReplyKind.Clarification
                => (TriageType.Clarification, "The authority asks what we mean; the statutory clock stands until our answer arrives.",
                    [$"foi answer {id} --text \"...\"", $"foi done {id} --why \"...\""]),
            ReplyKind.FeesNotice
                => (TriageType.FeesNotice, "The authority asks for a fee (s.9); after three months without payment it need not answer.", [$"foi done {id} --why \"...\""]),
            ReplyKind.Transfer
                => (TriageType.Transfer, "The authority says that another body has to be asked, or has been. Decide whether to write there.", [$"foi done {id} --why \"...\""]),
            _ => null,
        };
    }

    // An automatic acknowledgement changes nothing for anybody, so nobody has to say whose it is.
    private static bool IsMachineNoise(MailState mail) => mail is { Kind: ReplyKind.AutoAcknowledgement, Confidence: >= 0.9 };
}
