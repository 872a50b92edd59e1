using System.Text.Json;
using System.Text.RegularExpressions;

namespace FoiPipeline.Tests.Infra;

/// <summary>What can be known of the image without building it: no registry can be reached from where these tests run.</summary>
public sealed partial class ContainerImageTests
{
    private static readonly string[] Instructions = ["FROM", "WORKDIR", "COPY", "RUN", "ENV"];

    private static readonly IReadOnlyList<string> Lines = Joined(Repository.Read("infra", "Dockerfile"));

    [Fact]
    public void Every_line_is_an_instruction() =>
        Lines.Select(l => l.Split(' ')[0]).Except(Instructions).ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_copied_is_there_and_is_sent_to_the_builder()
    {
        var copied = Lines.Where(l => l.StartsWith("COPY ", StringComparison.Ordinal) && !l.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(l => l.Split(' ')[1..^1]).ToList();
        copied.ShouldContain("functions");
        copied.Where(c => !Path.Exists(Repository.At(c))).ShouldBeEmpty();
        copied.Except(Sent()).ShouldBeEmpty(".dockerignore keeps it from the builder");
    }

    [Fact]
    public void Everything_the_build_reads_beside_the_sources_is_copied()
    {
        var copied = string.Join('\n', Lines.Where(l => l.StartsWith("COPY ", StringComparison.Ordinal)));
        Directory.EnumerateFiles(Repository.Root, "Directory.*").Select(Path.GetFileName).Append("global.json").Append(".editorconfig")
            .ShouldAllBe(f => copied.Contains(f!));
        Repository.Read("functions", "FoiPipeline", "FoiPipeline.csproj").ShouldContain("../../templates/");
        copied.ShouldContain("templates");
    }

    [Fact]
    public void A_stage_is_named_before_it_is_copied_from()
    {
        var stages = Lines.Select(l => Stage().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).ToList();
        Lines.Select(l => From().Match(l)).Where(m => m.Success).Select(m => m.Groups["name"].Value).ShouldBe(stages);
    }

    [Fact]
    public void The_tools_the_program_starts_are_installed()
    {
        // Package by package as the script 'foi' asks for them on a laptop.
        var needed = Pair().Matches(Repository.Read("foi")).Select(m => m.Groups["package"].Value).Where(p => p is "poppler-utils" or "util-linux" or "tzdata").Distinct().ToList();
        needed.Count.ShouldBe(3);
        var installed = Lines.Single(l => l.Contains("apt-get install", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        needed.Concat(["tesseract-ocr", "tesseract-ocr-eng"]).Except(installed).ShouldBeEmpty();
    }

    [Fact]
    public void The_image_runs_a_custom_handler_from_the_published_folder()
    {
        var env = Lines.Single(l => l.StartsWith("ENV ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        env.ShouldContain("FUNCTIONS_WORKER_RUNTIME=custom");
        env.ShouldContain("AzureWebJobsFeatureFlags=", "worker indexing of the base image finds no custom handler");
        env.ShouldContain("AzureWebJobsScriptRoot=/home/site/wwwroot");
        Lines[^1].ShouldBe("COPY --from=build /out /home/site/wwwroot");
        env.ShouldAllBe(e => !e.StartsWith("ASPNETCORE_"));
    }

    [Fact]
    public void What_host_json_starts_is_in_the_published_folder()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Functions, "host.json")));
        var description = host.RootElement.GetProperty("customHandler").GetProperty("description");
        File.Exists(Path.Combine(Built, description.GetProperty("defaultExecutablePath").GetString()!)).ShouldBeTrue();
        File.Exists(Path.Combine(Built, "host.json")).ShouldBeTrue();
    }

    [Fact]
    public void Every_function_is_in_the_published_folder()
    {
        var written = FunctionsIn(Repository.Functions);
        written.ShouldContain("SendDueLetters");
        FunctionsIn(Built).ShouldBe(written, ignoreOrder: true);
    }

    /// <summary>The program's folder as built beside these tests; publishing takes the same files.</summary>
    private static string Built => Path.Combine(Repository.Functions, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    private static IReadOnlyList<string> FunctionsIn(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(d => File.Exists(Path.Combine(d, "function.json"))).Select(d => Path.GetFileName(d))];

    private static IReadOnlyList<string> Sent() =>
        [.. Repository.Read(".dockerignore").Split('\n').Where(l => l.StartsWith('!')).Select(l => l[1..].Trim())];

    private static IReadOnlyList<string> Joined(string file) =>
        [.. Continuation().Replace(Comment().Replace(file, ""), " ").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    [GeneratedRegex("^#.*\n", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\\n", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Continuation();

    [GeneratedRegex("^FROM .* AS (?<name>[a-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stage();

    [GeneratedRegex("--from=(?<name>[a-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex("[a-zA-Z0-9/]+:(?<package>[a-z][a-z0-9-]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}
