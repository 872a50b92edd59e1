using System.Text.RegularExpressions;
using FoiPipeline.Azure;
using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Tests.Infra;

/// <summary>The catalogue of settings is the only place where one is read, and knows all that are.</summary>
public sealed partial class SettingsReadTests
{
    [Fact]
    public void The_environment_is_asked_in_one_place()
    {
        // Where programs are looked for (PATH) is no setting of ours.
        string[] mayAsk = ["AppSettings.cs", "ToolPath.cs"];
        var asking = Sources().Where(f => File.ReadAllText(f).Contains("Environment.GetEnvironmentVariable", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!);
        asking.Order(StringComparer.Ordinal).ShouldBe(mayAsk.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_is_asked_for_stands_in_the_catalogue()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        StorageSettings.Read(name =>
        {
            asked.Add(name);
            return name == "FoiStorage__accountName" ? "someaccount" : null;
        });
        _ = FunctionApp.Load(AppContext.BaseDirectory, name =>
        {
            asked.Add(name);
            return null;
        });
        foreach (var use in Sources().SelectMany(f => Uses().Matches(File.ReadAllText(f))))
        {
            asked.Add((string)typeof(AppSettings).GetField(use.Groups["constant"].Value)!.GetValue(null)!);
        }

        asked.Count.ShouldBeGreaterThan(12);
        asked.Except(AppSettings.All.Select(s => s.Name), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.At("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"Get\(AppSettings\.(?<constant>\w+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Uses();
}
