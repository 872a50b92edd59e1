using System.Diagnostics;
using System.Text.Json;
using FoiPipeline.Documents.Native;

namespace FoiPipeline.Tests.Infra;

/// <summary>
/// All files of <c>infra/</c>, read with the Bicep grammar of tree-sitter under Node. There is no Bicep compiler among the packages to be had here:
/// this checks the syntax and what stands where, not the types.
/// </summary>
internal static class Bicep
{
    private static readonly string Reader = Repository.At("tests", "bicep");

    private static readonly Lazy<IReadOnlyList<BicepFile>> All = new(Read);

    /// <summary>Every file; skips the test aloud where Node or its packages are missing, except on the build server.</summary>
    public static IReadOnlyList<BicepFile> Files
    {
        get
        {
            if (ToolPath.Find("node") is null)
            {
                Skip("node is not installed: apt-get install nodejs npm");
            }

            if (!Directory.Exists(Path.Combine(Reader, "node_modules")))
            {
                Skip("the Bicep grammar is not installed: npm ci --prefix tests/bicep --ignore-scripts");
            }

            return All.Value;
        }
    }

    public static BicepFile Main => Of("main.bicep");

    public static BicepFile FunctionApp => Of("modules/functionApp.bicep");

    public static BicepFile Evidence => Of("modules/evidence.bicep");

    public static IEnumerable<BicepResource> Resources => Files.SelectMany(f => f.Resources);

    public static BicepFile Of(string file) => Files.Single(f => f.File == file);

    private static void Skip(string because)
    {
        Environment.GetEnvironmentVariable("CI").ShouldBeNullOrEmpty($"On the build server no test is skipped: {because}");
        Assert.Skip(because);
    }

    private static IReadOnlyList<BicepFile> Read()
    {
        var infra = Repository.At("infra");
        var files = Directory.EnumerateFiles(infra, "*.bicep*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(infra, f)).Order(StringComparer.Ordinal);
        var start = new ProcessStartInfo("node", [Path.Combine(Reader, "outline.mjs"), .. files])
        {
            WorkingDirectory = infra, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var said = Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync()).GetAwaiter().GetResult();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0, said[1]);
        return JsonSerializer.Deserialize<List<BicepFile>>(said[0], JsonSerializerOptions.Web)!;
    }
}
