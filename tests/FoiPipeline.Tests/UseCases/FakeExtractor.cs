using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Tests.UseCases;

/// <summary>Takes every document for plain text, except that a PDF cannot be read and that a tool may be missing.</summary>
internal sealed class FakeExtractor : ITextExtractor
{
    public bool ToolMissing { get; set; }

    public Task<ExtractedText> ExtractAsync(DocumentContent document, CancellationToken cancel)
    {
        if (ToolMissing)
        {
            throw new ToolMissingException("pdftotext is not installed (Debian package poppler-utils).");
        }

        return Task.FromResult(document.DeclaredType == "application/pdf"
            ? new ExtractedText { Type = "pdf", Method = "none", Problem = "It is a scan: ask for the text." }
            : new ExtractedText { Type = "text", Method = "text", Passages = [new Passage(Encoding.UTF8.GetString(document.Bytes.Span), null, "p1")] });
    }
}
