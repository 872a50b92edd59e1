using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents.Text;

/// <summary>Plain text in any charset.</summary>
internal sealed class PlainTextReader(ExtractionLimits limits) : IFormatReader
{
    public string Type => "text";

    public Task<ExtractedText> ReadAsync(DocumentContent document, CancellationToken cancel)
    {
        var text = BoundedText.Decode(document, limits, out var problem);
        var passages = Paragraphs.Of(TextCleaner.Clean(text), limits.Passages);
        return Task.FromResult(new ExtractedText
        {
            Type = Type,
            Method = "text",
            Passages = passages,
            Problem = passages.Count == 0 ? "The text holds no characters that can be shown. Ask the authority to send it again." : problem,
        });
    }
}
