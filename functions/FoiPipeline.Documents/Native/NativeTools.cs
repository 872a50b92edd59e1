using FoiPipeline.Core.Ports;

namespace FoiPipeline.Documents.Native;

/// <summary>What this machine has of the native tools that read documents, and of what confines them.</summary>
/// <param name="PdfToText">Name and version of the tool that reads PDFs; nothing where it is not installed.</param>
/// <param name="LimitsResources">Whether memory, processor time and files of a tool can be limited.</param>
/// <param name="CutsNetwork">Whether a tool can be kept from the network.</param>
public sealed record NativeTools(string? PdfToText, bool LimitsResources, bool CutsNetwork)
{
    /// <summary>Tries each of them once.</summary>
    public static async Task<NativeTools> LookAsync(CancellationToken cancel)
    {
        var runner = new NativeTool();
        var confinement = await runner.ConfinementAsync();
        return new NativeTools(await VersionAsync(runner, cancel), confinement.LimitsResources, confinement.CutsNetwork);
    }

    private static async Task<string?> VersionAsync(NativeTool runner, CancellationToken cancel)
    {
        try
        {
            return (await Pdf.PdfToText.FindAsync(runner, cancel)).Method;
        }
        catch (ToolMissingException)
        {
            return null;
        }
    }
}
