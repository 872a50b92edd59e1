using FoiPipeline.Documents.Native;

namespace FoiPipeline.Doctor;

/// <summary>What reads PDFs here, and how well a tool is confined that reads strangers' files.</summary>
internal static class ToolChecks
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) => Describe(await NativeTools.LookAsync(cancel).ConfigureAwait(false));

    public static IReadOnlyList<Finding> Describe(NativeTools tools) =>
    [
        tools.PdfToText is { } version
            ? Finding.Ok("pdftotext", $"PDFs are read by {version}.")
            : Finding.Failed(
                "pdftotext", "pdftotext is not installed: replies with a PDF are kept and not read; they wait in the queue, or in triage once they were tried often enough.",
                "Install the Debian package poppler-utils, then run 'foi retry'."),
        tools.LimitsResources
            ? Finding.Ok("resource limits", "Memory, processor time and files of document tools are limited (prlimit).")
            : Finding.Warning(
                "resource limits", "prlimit does not work here: document tools are ended only by the clock and by the length of what they print.",
                "Install the Debian package util-linux, or allow it in the container."),
        tools.CutsNetwork
            ? Finding.Ok("network of tools", "Document tools run without a network (unshare).")
            : Finding.Warning(
                "network of tools", "This machine does not let the program take the network from document tools; containers often forbid it.",
                "Allow user namespaces, or keep the container from reaching outwards by its network rules."),
    ];
}
