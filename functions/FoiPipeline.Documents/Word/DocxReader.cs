using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Documents.Word;

/// <summary>
/// Word documents (.docx, .docm, .dotx; transitional and strict). Its XML is read forward and under limits rather than through the Open XML package,
/// which loads whole parts as trees, resolves nothing of a cut file, and leaves numbers and fields to be worked out all the same.
/// </summary>
internal sealed class DocxReader(ExtractionLimits limits) : IFormatReader
{
    public string Type => "docx";

    public Task<ExtractedText> ReadAsync(DocumentContent document, CancellationToken cancel)
    {
        var package = new WordPackage(document.Bytes, limits, cancel);
        var reading = new DocumentReading(package, limits);
        reading.Read();
        return Task.FromResult(new ExtractedText
        {
            Type = Type,
            Method = "docx",
            Passages = reading.Passages,
            Problem = reading.Problems.Count == 0 ? null : string.Join(' ', reading.Problems),
        });
    }
}
