using System.Globalization;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Reporting;

namespace FoiPipeline.Dashboard;

/// <summary>Where the round stands, on one page: what <c>foi status</c> shows, for a browser. Every share stands beside its n and N.</summary>
public static class StatusPage
{
    /// <summary>Longer lists belong into a table of one's own: the JSON has all of them.</summary>
    private const int Shown = 100;

    /// <param name="report">What is shown.</param>
    /// <param name="at">The moment it was counted.</param>
    /// <param name="attributes">The register's columns that one may group by.</param>
    public static string Render(StatusReport report, DateTimeOffset at, IReadOnlyList<string> attributes) => PageFrame.Around(
        $"{report.Round}: where it stands",
        Html.Of($"{Head(report, at)}<main>{Figures(report)}{Axes(report)}{Late(report)}{Next(report)}{Groups(report, attributes)}</main>{Foot(report)}"));

    private static Html Head(StatusReport report, DateTimeOffset at) => Html.Of(
        $"<header><h1><bdi>{report.Round}</bdi></h1><p class=\"soft\">{report.Prefix} · {report.Asked} authorities asked · as of {LongDay(report.AsOf)}, {LondonDay.TimeOf(at).ToString("HH:mm", CultureInfo.InvariantCulture)} London time</p></header>");

    private static Html Figures(StatusReport report) => Html.Of(
        $"""
        <dl class="figures">
        <div class="figure"><dt>Answered in substance</dt><dd><span class="big">{Percent(report.Response.Answered, report.Asked)}</span>{Bar.Of(report.Response.Answered, report.Asked)}<span class="small">{report.Response.Answered} of {report.Asked}: information, some of it, none held, or a refusal</span></dd></div>
        <div class="figure"><dt>Usable for the study</dt><dd><span class="big">{Percent(report.Response.Usable, report.Asked)}</span>{Bar.Of(report.Response.Usable, report.Asked)}<span class="small">{report.Response.Usable} of {report.Asked}: a refusal cannot be interpreted</span></dd></div>
        <div class="figure"><dt>Needs a person</dt><dd><span class="big">{report.NeedsPerson}</span><p class="small">on the triage list (<code>foi triage</code>)</p><p class="small">{report.QueuedForClassification} responses wait to be classified{(report.Held > 0 ? $"; {report.Held} requests are held" : "")}</p></dd></div>
        </dl>
        """);

    private static Html Axes(StatusReport report) => Html.Of(
        $"""
        <section aria-labelledby="axes"><h2 id="axes">Every axis</h2><div class="axes">
        {AxisTable.Of("Delivery", report.Delivery, report.Asked)}{AxisTable.Of("Correspondence", report.Correspondence, report.Asked)}{AxisTable.Of("Whose turn", report.Turn, report.Asked)}{AxisTable.Of("Clock", report.Clock, report.Asked)}{AxisTable.Of("Outcome", report.Outcome, report.Asked)}
        </div></section>
        """);

    private static Html Late(StatusReport report) => report.Late.Count == 0
        ? Html.Of($"<section aria-labelledby=\"late\"><h2 id=\"late\">Late</h2><p>No request is late: 0 of {report.Asked}.</p></section>")
        : Html.Of($"<section aria-labelledby=\"late\"><h2 id=\"late\">Late: {report.Late.Count} of {report.Asked}</h2>{DueTable("Late requests, most days late first", report.Late, areLate: true)}</section>");

    private static Html Next(StatusReport report) => report.NextDeadlines.Count == 0
        ? Html.Of($"<section aria-labelledby=\"next\"><h2 id=\"next\">Due next</h2><p>No statutory time is running that is not over already.</p></section>")
        : Html.Of($"<section aria-labelledby=\"next\"><h2 id=\"next\">Due next</h2>{DueTable("The next statutory due dates", report.NextDeadlines, areLate: false)}</section>");

    private static Html DueTable(string caption, IReadOnlyList<DueRequest> due, bool areLate) => Html.Of(
        $"""
        <div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption><thead><tr><th scope="col">Request</th><th scope="col">Authority</th><th scope="col">Due (strict)</th><th scope="col">Due (lenient)</th>{(areLate ? Html.Of($"<th scope=\"col\" class=\"n\">Working days late</th>") : default)}</tr></thead><tbody>
        {Html.Each(due.Take(Shown), d => Html.Of($"<tr><td class=\"day\">{d.Reference}</td><th scope=\"row\"><bdi>{d.Authority}</bdi></th><td class=\"day\">{Day(d.Strict)}</td><td class=\"day\">{Day(d.Lenient)}</td>{(areLate ? Html.Of($"<td class=\"n late\">{d.DaysLate}</td>") : default)}</tr>\n"))}</tbody></table></div>
        {(due.Count > Shown ? Html.Of($"<p class=\"soft\">… and {due.Count - Shown} more; the JSON has all of them.</p>") : default)}
        """);

    private static Html Groups(StatusReport report, IReadOnlyList<string> attributes) => attributes.Count == 0 ? default : Html.Of(
        $"""
        <section aria-labelledby="groups"><h2 id="groups">{(report.By is { } by ? $"By {Words(by)}" : "By a column of the register")}</h2>
        <nav aria-label="Group by"><ul class="by">{Html.Each(attributes, a => Html.Of($"<li><a href=\"?by={Uri.EscapeDataString(a)}#groups\"{(a == report.By ? Html.Of($" aria-current=\"true\"") : default)}>{Words(a)}</a></li>"))}</ul></nav>
        {(report.By is null ? default : GroupTable(report))}</section>
        """);

    private static Html GroupTable(StatusReport report) => Html.Of(
        $"""
        <div class="wide" role="region" aria-label="Response by {Words(report.By!)}" tabindex="0"><table><caption>Response by {Words(report.By!)}</caption><thead><tr><th scope="col">{Words(report.By!)}</th><th scope="col" class="n">Answered</th><th scope="col" class="bars"><span aria-hidden="true"></span></th><th scope="col" class="n">Usable</th><th scope="col" class="n">Late</th></tr></thead><tbody>
        {Html.Each(report.Groups, g => Html.Of($"<tr><th scope=\"row\"><bdi>{g.Name}</bdi></th><td class=\"n\">{Share(g.Response.Answered, g.Response.Asked)}</td><td class=\"bars\">{Bar.Of(g.Response.Answered, g.Response.Asked)}</td><td class=\"n\">{Share(g.Response.Usable, g.Response.Asked)}</td><td class=\"n\">{g.Late} of {g.Response.Asked}</td></tr>\n"))}</tbody></table></div>
        """);

    private static Html Foot(StatusReport report) => Html.Of(
        $"<footer><p>The same figures for other programs: <a href=\"?format=json{(report.By is { } by ? $"&by={Uri.EscapeDataString(by)}" : "")}\">JSON</a>. What is called late is late by the strict reckoning (the ICO's); the lenient one is how some authorities count.</p></footer>");

    internal static string Percent(int n, int all) => $"{(all == 0 ? 0 : 100.0 * n / all).ToString("0.0", CultureInfo.InvariantCulture)}%";

    private static string Share(int n, int all) => $"{n} of {all} ({Percent(n, all)})";

    private static string Words(string attribute) => attribute.Replace('_', ' ');

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static string LongDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
