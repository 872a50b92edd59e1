using FoiPipeline.Core.Ports;
using FoiPipeline.Documents;
using FoiPipeline.Mailing;
using FoiPipeline.Mailing.Html;

namespace FoiPipeline.Composition;

/// <summary>What reads mails and documents: the same for every round.</summary>
internal sealed record Readers(IMailFormat Format, ITextExtractor Extractor)
{
    public static Readers Standard()
    {
        var html = new HtmlText();
        return new Readers(new MimeMailFormat(), new DocumentTextExtractor(html));
    }
}
