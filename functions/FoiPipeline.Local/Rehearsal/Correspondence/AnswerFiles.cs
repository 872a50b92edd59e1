using System.Globalization;
using FoiPipeline.Local.Rehearsal.Formats;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>The files that come with an answer: the letter itself, the policy, or something that cannot be opened.</summary>
internal sealed class AnswerFiles(AuthorityPlan of, Persona persona, AnswerComposer composer, ReplyStyle style, RehearsalPlan plan)
{
    private const string PdfType = "application/pdf";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly Draw _draw = plan.DrawFor($"files/{of.Authority.Id}");

    public List<EmlFile> Make(DateTimeOffset written)
    {
        var files = new List<EmlFile>();
        if (of.Final == FinalState.Unreadable)
        {
            files.Add(new EmlFile(Name("pdf"), PdfType, PdfFile.Ruin(PdfFile.Write(Letter(written), letterhead: true))));
        }
        else if (of.IsUsable && of.Format == AnswerFormat.Word)
        {
            files.Add(new EmlFile(Name("docx"), WordType, WordFile.Write(Letter(written))));
        }
        else if (of.IsUsable && of.Format == AnswerFormat.Pdf)
        {
            // Some gateways no longer know what they pass on.
            files.Add(new EmlFile(Name("pdf"), _draw.Chance(10) ? "application/octet-stream" : PdfType, PdfFile.Write(Letter(written), _draw.Chance(80))));
        }

        if (of.SecondFile == SecondFile.PolicyPdf)
        {
            files.Insert(_draw.Below(files.Count + 1), new EmlFile(PolicyName(), PdfType, PdfFile.Write(composer.Policy(written), letterhead: false)));
        }

        return files;
    }

    private Sheet Letter(DateTimeOffset written)
    {
        var blocks = new List<Block>
        {
            new(BlockKind.Paragraph, Wording.Day(Timetable.LondonDay(written))),
            new(BlockKind.Paragraph, style.ShowsOurReference ? $"Our ref: {persona.TheirReference}\nYour ref: {style.OurReferences}" : $"Our ref: {persona.TheirReference}"),
            new(BlockKind.Paragraph, style.Salutation),
            new(BlockKind.Heading, "Freedom of Information Act 2000: request for information"),
        };
        blocks.AddRange(composer.Answer(tables: true));
        blocks.Add(new Block(BlockKind.Paragraph, $"Yours sincerely\n\n{persona.Name}\n{persona.Title}\n{persona.Organisation}"));
        return new Sheet(persona.Organisation, persona.Postal, blocks, written);
    }

    private string Name(string extension)
    {
        var reference = persona.TheirReference.Replace('/', '-');
        var stem = _draw.Below(6) switch
        {
            0 => $"FOI response {reference}",
            1 => $"{MailNames.ShortName(of.Authority)} \u2013 FOI response",
            2 => $"{reference} Final response letter",
            3 => "Response",
            4 => string.Create(CultureInfo.InvariantCulture, $"Letter to applicant v{_draw.Between(1, 3)} FINAL"),
            _ => $"R\u00e9ponse to FOI ({reference})",
        };
        return $"{stem}.{extension}";
    }

    private string PolicyName() => _draw.Below(4) switch
    {
        0 => "Procurement Policy.pdf",
        1 => string.Create(CultureInfo.InvariantCulture, $"Procurement_Policy_v{_draw.Between(1, 4)}.{_draw.Below(9)}_approved.pdf"),
        2 => "Attachment 1 - policy.pdf",
        _ => $"{MailNames.ShortName(of.Authority)} CCG Social Value & Procurement Strategy \u2018{_draw.Between(13, 16)}.pdf",
    };
}
