using FoiPipeline.Composition;
using FoiPipeline.Documents.Native;
using FoiPipeline.Doctor;

namespace FoiPipeline.Tests.Doctor;

public sealed class CheckTests
{
    [Theory]
    [InlineData(null, null, FindingState.Ok)]
    [InlineData("func-foi", "True", FindingState.Ok)]
    [InlineData("func-foi", "False", FindingState.Failed)]
    [InlineData("func-foi", null, FindingState.Failed)]
    [InlineData("func-foi", "yes", FindingState.Failed)]
    internal void In_App_Service_nobody_gets_in_without_signing_in(string? site, string? auth, FindingState expected) =>
        SignInChecks.Look(name => name == AppSettings.SiteName ? site : name == AppSettings.AuthEnabled ? auth : null).ShouldHaveSingleItem().State.ShouldBe(expected);

    [Theory]
    [InlineData("2026-01-05", FindingState.Ok)]
    [InlineData("2028-11-01", FindingState.Warning)]
    [InlineData("2029-01-01", FindingState.Failed)]
    internal void A_calendar_that_ends_before_the_answers_are_due_is_told(string day, FindingState expected) =>
        RoundChecks.Holidays(DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).State.ShouldBe(expected);

    [Fact]
    public void A_machine_without_tools_is_told_what_happens_without_them()
    {
        var findings = ToolChecks.Describe(new NativeTools(null, LimitsResources: false, CutsNetwork: false));
        findings.Select(f => f.State).ShouldBe([FindingState.Failed, FindingState.Warning, FindingState.Warning]);
        findings[0].Remedy.ShouldNotBeNull().ShouldContain("poppler-utils");
        ToolChecks.Describe(new NativeTools("pdftotext 22.12.0", true, true)).ShouldAllBe(f => f.State == FindingState.Ok && f.Remedy == null);
    }

    [Fact]
    public void A_function_whose_setting_is_missing_is_named_with_its_file()
    {
        FunctionChecks.Look(AppContext.BaseDirectory, _ => null).State.ShouldBe(FindingState.Ok);
        var finding = FunctionChecks.Look(AppContext.BaseDirectory, name => name == "CollectMailSchedule" ? "never" : null);
        finding.State.ShouldBe(FindingState.Failed);
        finding.Sentence.ShouldContain(Path.Combine("CollectMail", "function.json"));
    }

    [Theory]
    [InlineData(null, FindingState.Ok)]
    [InlineData("collector:4317x", FindingState.Failed)]
    [InlineData("ftp://collector", FindingState.Failed)]
    [InlineData("http://127.0.0.1:9", FindingState.Warning)]
    internal async Task A_collector_that_cannot_be_reached_is_told(string? endpoint, FindingState expected) =>
        (await TelemetryChecks.LookAsync(endpoint, TestContext.Current.CancellationToken)).State.ShouldBe(expected);
}
