using FoiPipeline.Core.Reporting;

namespace FoiPipeline.Dashboard;

/// <summary>One axis: how many requests stand where. The zeroes are shown too, softly: a figure that is missing looks like one that was forgotten.</summary>
internal static class AxisTable
{
    public static Html Of<T>(string title, IReadOnlyDictionary<T, int> counts, int asked)
        where T : struct, Enum => Html.Of(
            $"""
            <table><caption>{title}</caption><thead><tr><th scope="col">State</th><th scope="col" class="n">of {asked}</th><th scope="col" class="n">Share</th><th scope="col" class="bars"><span aria-hidden="true"></span></th></tr></thead><tbody>
            {Html.Each(counts, c => Html.Of($"<tr{(c.Value == 0 ? Html.Of($" class=\"none\"") : default)}><th scope=\"row\">{AxisWords.Of(c.Key)}</th><td class=\"n\">{c.Value}</td><td class=\"n\">{StatusPage.Percent(c.Value, asked)}</td><td class=\"bars\">{Bar.Of(c.Value, asked, second: true)}</td></tr>\n"))}</tbody></table>
            """);
}
