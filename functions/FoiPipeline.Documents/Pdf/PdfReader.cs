using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Documents.Native;
using FoiPipeline.Documents.Text;

namespace FoiPipeline.Documents.Pdf;

/// <summary>
/// The text layer of a PDF, one passage a page. Content order (<c>-raw</c>) is asked for: what Word and the like write goes through tables row by row, so
/// that an answer stands after its question, and hyphens at line ends stay ("2015-16" must not become "201516", which poppler's reading order makes of it).
/// </summary>
internal sealed class PdfReader(NativeTool runner, ExtractionLimits limits) : IFormatReader
{
    private const string FileName = "document.pdf";

    private readonly NativeLimits _limits = new(
        limits.ToolTime, limits.ToolProcessorTime, limits.ToolMemory, FileBytes: 0, limits.ToolOutput);

    private PdfToText? _tool;

    public string Type => "pdf";

    public async Task<ExtractedText> ReadAsync(DocumentContent document, CancellationToken cancel)
    {
        // Asked again until it is there, so that installing the tool heals a program that is running.
        var tool = _tool ??= await PdfToText.FindAsync(runner, cancel);
        using var folder = await ScratchFolder.WithFileAsync(limits.TemporaryFolder, FileName, document.Bytes, cancel);
        var run = await runner.RunAsync(tool.Path, ["-raw", "-enc", "UTF-8", "-eol", "unix", FileName, "-"], folder.Path, _limits, cancel);

        var pages = Pages(run);
        var findings = new PdfFindings(document.Bytes, run, pages);
        return new ExtractedText
        {
            Type = Type,
            Method = tool.Method,
            Pages = pages.Count > 0 ? pages.Count : null,
            Passages = Passages(pages, out var isCut),
            Problem = isCut ? BoundedText.Cut(limits.TextCharacters) : findings.Problem,
        };
    }

    /// <summary>The text of each page; the tool ends every page with a form feed. After a kill the last page may be part of one.</summary>
    private static List<string> Pages(NativeOutcome run)
    {
        var pages = Encoding.UTF8.GetString(run.Output.Span).Split('\f').Select(TextCleaner.Clean).ToList();
        if (pages[^1].Length == 0)
        {
            pages.RemoveAt(pages.Count - 1);
        }

        return pages;
    }

    private List<Passage> Passages(List<string> pages, out bool isCut)
    {
        var passages = new List<Passage>();
        long characters = 0;
        for (var i = 0; i < pages.Count && characters <= limits.TextCharacters && passages.Count < limits.Passages; i++)
        {
            var room = (int)Math.Min(pages[i].Length, limits.TextCharacters - characters);
            characters += pages[i].Length;
            if (room > 0)
            {
                passages.Add(new Passage(pages[i][..room], i + 1, ""));
            }
        }

        isCut = characters > limits.TextCharacters || passages.Count == limits.Passages;
        return passages;
    }
}
