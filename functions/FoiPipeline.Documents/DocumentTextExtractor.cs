using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Documents.Native;
using FoiPipeline.Documents.Pdf;
using FoiPipeline.Documents.Recognition;
using FoiPipeline.Documents.Text;
using FoiPipeline.Documents.Word;

namespace FoiPipeline.Documents;

/// <summary>
/// Text out of plain text, HTML, PDF with a text layer and Word's .docx, recognised by content. Every other format is named, with advice.
/// One instance serves any number of callers at the same time.
/// </summary>
public sealed class DocumentTextExtractor : ITextExtractor
{
    private readonly Dictionary<string, IFormatReader> _readers;

    /// <param name="html">Turns HTML into text.</param>
    /// <param name="limits">How much of one document is read; nothing means the defaults.</param>
    public DocumentTextExtractor(IHtmlText html, ExtractionLimits? limits = null)
    {
        limits ??= new ExtractionLimits();
        IFormatReader[] readers =
        [
            new PlainTextReader(limits),
            new HtmlReader(html, limits),
            new PdfReader(new NativeTool(), limits),
            new DocxReader(limits),
        ];
        _readers = readers.ToDictionary(r => r.Type, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The temporary folder cannot be written: nothing is known about the document yet.</exception>
    public async Task<ExtractedText> ExtractAsync(DocumentContent document, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var format = FormatRecogniser.Recognise(document);
        if (!_readers.TryGetValue(format.Type, out var reader))
        {
            return Unread(format.Type, format.Problem);
        }

        try
        {
            return Doubting(document, format, await reader.ReadAsync(document, cancel));
        }
        catch (Exception e) when (e is not (OperationCanceledException or ToolMissingException or StoreUnavailableException))
        {
            return Unread(format.Type, $"Reading {format.Description} failed ({e.GetType().Name}: {e.Message}). Open it by hand or ask for another copy.");
        }
    }

    /// <summary>A file that calls itself a PDF or a Word document and is neither may be the remains of one: its text is given, and the doubt with it.</summary>
    private static ExtractedText Doubting(DocumentContent document, DocumentFormat format, ExtractedText text)
    {
        var claimed = Path.GetExtension(document.Name).ToLowerInvariant() switch
        {
            ".pdf" => "pdf",
            ".docx" => "docx",
            _ => null,
        };
        return text.Problem is not null || claimed is null || claimed == format.Type
            ? text
            : text with { Problem = $"The file is called {claimed} but is {format.Description}. If it is not what it should be, ask for another copy." };
    }

    private static ExtractedText Unread(string type, string problem) => new() { Type = type, Method = "none", Problem = problem };
}
