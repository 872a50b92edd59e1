using System.Text.RegularExpressions;

namespace FoiPipeline.Tests.Infra;

/// <summary>What the runbook tells a colleague to type and to look for is there.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Runbook = Repository.Read("infra", "README.md");

    [Fact]
    public void Every_command_says_that_no_test_runs_it() =>
        Shell().Matches(Runbook).SelectMany(m => m.Groups["lines"].Value.Split('\n')).Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.EndsWith("# not run by tests", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_output_it_asks_for_is_given()
    {
        var asked = Output().Matches(Runbook).Select(m => m.Groups["name"].Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(3);
        asked.Except(Bicep.Main.Outputs.Select(o => o.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_parameter_it_speaks_of_is_one()
    {
        string[] spoken = ["evidenceRetentionDays", "softDeleteDays", "rehearsalSeed", "rehearsalSpeed", "authClientId", "mailNeedsSecret", "logDailyCapGb", "editors", "readers", "instances", "image"];
        spoken.Where(p => !Runbook.Contains($"`{p}`", StringComparison.Ordinal)).ShouldBeEmpty("no longer in the runbook");
        spoken.Except(Bicep.Main.Parameters.Select(p => p.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_section_that_is_pointed_at_is_there()
    {
        var headings = Heading().Matches(Runbook).Select(m => m.Groups["title"].Value.Trim()).ToList();
        var pointed = Directory.EnumerateFiles(Repository.At("infra"), "*.bicep*", SearchOption.AllDirectories)
            .SelectMany(f => Pointer().Matches(File.ReadAllText(f)).Select(m => m.Groups["title"].Value)).Distinct().ToList();
        pointed.Count.ShouldBeGreaterThan(2);
        pointed.Except(headings).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_it_names_is_there() =>
        NamedPath().Matches(Runbook).Select(m => m.Groups["path"].Value).Distinct().Where(p => !Path.Exists(Repository.At(p))).ShouldBeEmpty();

    [Fact]
    public void Every_alert_says_what_to_do_or_is_explained()
    {
        var alerts = Bicep.Of("modules/alerts.bicep").Variables["rules"].EnumerateArray().ToDictionary(
            a => a.GetProperty("name").GetString()!, a => a.GetProperty("says").GetString()!, StringComparer.Ordinal);
        alerts.Count.ShouldBe(3);
        alerts.Where(a => !a.Value.Contains("foi triage", StringComparison.Ordinal) && !Pointer().IsMatch(a.Value) && !Runbook.Contains($"`{a.Key}`", StringComparison.Ordinal))
            .Select(a => a.Key).ShouldBeEmpty();
    }

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Shell();

    [GeneratedRegex(@"properties\.outputs\.(?<name>\w+)\.value", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Output();

    [GeneratedRegex("^## (?<title>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("README\\.md, \"(?<title>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"(?<path>(infra|templates)/[\w./-]*\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedPath();
}
