using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents.Text;

/// <summary>HTML, made text by the same rules as the HTML of mails.</summary>
internal sealed class HtmlReader(IHtmlText html, ExtractionLimits limits) : IFormatReader
{
    public string Type => "html";

    public Task<ExtractedText> ReadAsync(DocumentContent document, CancellationToken cancel)
    {
        var markup = BoundedText.Decode(document, limits, out var problem);
        var passages = Paragraphs.Of(TextCleaner.Clean(html.ToText(markup)), limits.Passages);
        return Task.FromResult(new ExtractedText
        {
            Type = Type,
            Method = "html",
            Passages = passages,
            Problem = passages.Count == 0 ? "The HTML page holds no text: pictures, or a program that would fetch it. Open it by hand or ask for a PDF." : problem,
        });
    }
}
