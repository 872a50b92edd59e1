using System.Text.RegularExpressions;
using FoiPipeline.Core.Ports;
using FoiPipeline.Documents.Native;

namespace FoiPipeline.Documents.Pdf;

/// <summary>Poppler's <c>pdftotext</c> as it is installed here.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Method">Name and version: <c>pdftotext 22.12.0</c>.</param>
internal sealed partial record PdfToText(string Path, string Method)
{
    private const string Tool = "pdftotext";

    private static readonly NativeLimits Asking = new(
        TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10), MemoryBytes: 1L << 30, FileBytes: 0, OutputBytes: 64 * 1024);

    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public static async Task<PdfToText> FindAsync(NativeTool runner, CancellationToken cancel, string name = Tool)
    {
        var path = ToolPath.Find(name)
            ?? throw new ToolMissingException("The tool pdftotext is not installed. On Debian it comes with the package poppler-utils: apt-get install poppler-utils.");
        var said = await runner.RunAsync(path, ["-v"], System.IO.Path.GetTempPath(), Asking, cancel);
        var version = Version().Match(said.Errors);
        return new PdfToText(path, version.Success ? $"{Tool} {version.Groups["number"].Value}" : Tool);
    }

    [GeneratedRegex("version (?<number>[0-9][0-9.]*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
