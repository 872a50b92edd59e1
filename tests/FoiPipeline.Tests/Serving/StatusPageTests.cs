using System.Text.RegularExpressions;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Requests;
using FoiPipeline.Dashboard;

namespace FoiPipeline.Tests.Serving;

public sealed partial class StatusPageTests
{
    private static readonly DateTimeOffset At = new(2016, 8, 1, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Every_share_stands_beside_its_n_and_N()
    {
        var page = Render(Report());
        page.ShouldContain("123 of 209");
        page.ShouldContain("58.9%");
        page.ShouldContain("2 of 3 (66.7%)");
        page.ShouldContain("Monday 1 August 2016, 10:30 London time");
        page.ShouldContain("SV16-02N");
        page.ShouldContain("nobody&#x27;s");
        page.ShouldContain("7</span>", customMessage: "the length of the triage list");
    }

    [Fact]
    public void Hostile_names_are_text()
    {
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var report = Report() with
        {
            Round = Hostile, Prefix = Hostile, By = "region", Late = [new DueRequest(Hostile, Hostile, new(2016, 7, 1), new(2016, 7, 2), 3)],
            Groups = [new GroupStatus(Hostile, new ResponseRate(1, 1, 1), 0)],
        };
        var page = StatusPage.Render(report, At, [Hostile, "region"]);
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldNotContain("\"'>", Case.Insensitive);
        Tags().Count(page).ShouldBe(Tags().Count(StatusPage.Render(report with
        {
            Round = "r", Prefix = "p", Late = [new DueRequest("a", "b", new(2016, 7, 1), new(2016, 7, 2), 3)], Groups = [new GroupStatus("g", new ResponseRate(1, 1, 1), 0)],
        }, At, ["x", "region"])));
    }

    [Fact]
    public void No_script_no_style_attribute_and_nothing_from_elsewhere()
    {
        var page = Render(Report());
        page.ShouldNotContain("<script");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain("http");
        Handlers().IsMatch(page).ShouldBeFalse();
    }

    [Fact]
    public void The_policy_of_the_pages_allows_just_their_own_style()
    {
        var style = StyleElement().Match(Render(Report())).Groups["css"].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        PageFrame.ContentSecurityPolicy.ShouldContain($"style-src 'sha256-{hash}'");
        PageFrame.ContentSecurityPolicy.ShouldStartWith("default-src 'none'");
        PageFrame.ContentSecurityPolicy.ShouldNotContain("unsafe");
    }

    [Fact]
    public void A_long_list_is_cut_and_says_so()
    {
        var late = Enumerable.Range(0, 150).Select(i => new DueRequest($"SV16-{i}", "x", new(2016, 7, 1), new(2016, 7, 2), 3)).ToList();
        var page = Render(Report() with { Late = late });
        page.ShouldContain("Late: 150 of 209");
        page.ShouldContain("and 50 more");
    }

    [Fact]
    public void A_round_of_nobody_divides_by_nothing() => Render(Report() with { Asked = 0, Response = new ResponseRate(0, 0, 0) }).ShouldContain("0.0%");

    private static string Render(StatusReport report) => StatusPage.Render(report, At, ["region"]);

    private static StatusReport Report() => new()
    {
        Round = "Social value", Prefix = "SV16", AsOf = new(2016, 8, 1), Asked = 209, Response = new ResponseRate(123, 120, 209),
        Delivery = Counts<Delivery>(), Correspondence = Counts<Correspondence>(), Turn = Counts<Turn>(), Clock = Counts<ClockRun>(), Outcome = Counts<Outcome>(),
        Late = [new DueRequest("SV16-02N", "NHS Airedale", new(2016, 7, 29), new(2016, 8, 1), 1)], NextDeadlines = [], Held = 0, QueuedForClassification = 5, NeedsPerson = 7,
        By = "region", Groups = [new GroupStatus("North", new ResponseRate(2, 2, 3), 1)],
    };

    private static Dictionary<T, int> Counts<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => v, v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex("<[^>]* on[a-z]+=", RegexOptions.NonBacktracking)]
    private static partial Regex Handlers();

    [GeneratedRegex("<[a-z/!]", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("<style>(?<css>.*)</style>", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex StyleElement();
}
