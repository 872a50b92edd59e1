using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Matching;

/// <summary>Looks into every corner of a mail where a mark of ours may stand.</summary>
internal sealed class ClueCollector(AuthorityIndex index)
{
    private readonly MarkScanner _scanner = new(index);

    public Clues Collect(MatchInput input, string signature)
    {
        var clues = new Clues();
        var mail = input.Mail;
        foreach (var address in mail.To.Concat(mail.Cc).Select(a => a.Address).Concat(mail.DeliveredTo))
        {
            Scan(address, Place.Address, clues);
        }

        ReadThread(mail, clues);
        if (mail.DeliveryReport is { } report)
        {
            ReadIds([report.OriginalMessageId], Place.Report, clues);
            Scan(report.OriginalSubject, Place.Report, clues);
        }

        Scan(mail.Subject, Place.Subject, clues);
        Scan(input.OwnWords, Place.OwnWords, clues);
        Scan(signature, Place.Signature, clues);
        Scan(input.Quoted, Place.Quoted, clues);
        return clues;
    }

    /// <summary>Our references in the names and texts of attachments: for suggestions only.</summary>
    public IEnumerable<(Mark Mark, string Where)> InAttachments(MatchInput input)
    {
        var names = input.Mail.Attachments.Select(a => (Where: a.Name, Text: a.Name));
        return names.Concat(input.Attachments.Select(a => (Where: a.Name, a.Text)))
            .SelectMany(a => _scanner.Scan(a.Text).Where(m => m.Authority is not null).Select(m => (m, a.Where)));
    }

    private void ReadThread(Mail mail, Clues clues)
    {
        ReadIds(mail.InReplyTo, Place.InReplyTo, clues);
        ReadIds(mail.References, Place.References, clues);
        foreach (var header in mail.Headers)
        {
            // As written too: gateways drop the brackets or fold a long id, and then a parser may see none.
            if (Is(header, "In-Reply-To") || Is(header, "Original-Message-ID") || Is(header, "X-Original-Message-ID"))
            {
                Scan(header.Value, Place.InReplyTo, clues);
            }
            else if (Is(header, "References"))
            {
                Scan(header.Value, Place.References, clues);
            }
        }
    }

    private static bool Is(MailHeader header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void ReadIds(IReadOnlyList<string> ids, Place place, Clues clues)
    {
        foreach (var id in ids)
        {
            if (LetterMessageId.TryParse(id, out var letter))
            {
                var isOurs = letter.Prefix.Equals(index.Prefix, StringComparison.OrdinalIgnoreCase) && index.Contains(letter.Authority);
                clues.Add(isOurs ? new Mark(MarkKind.MessageId, letter.Authority, id) : new Mark(MarkKind.Foreign, null, id, []), place);
            }
            else
            {
                Scan(id, place, clues);
            }
        }
    }

    private void Scan(string text, Place place, Clues clues)
    {
        var inThread = place is Place.InReplyTo or Place.References;
        foreach (var mark in _scanner.Scan(text))
        {
            // In a thread header only a whole Message-ID counts: anything else there is another program's id that looks like ours.
            if (!inThread || mark.Kind is MarkKind.MessageId or MarkKind.Foreign)
            {
                clues.Add(mark, place);
            }
        }
    }
}
