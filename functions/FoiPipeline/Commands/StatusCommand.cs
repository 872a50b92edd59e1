using System.CommandLine;
using System.Globalization;
using FoiPipeline.Core.Reporting;

namespace FoiPipeline.Commands;

/// <summary><c>foi status --by region</c>: the response rate, every axis, what is late and what is due.</summary>
internal static class StatusCommand
{
    private const int Shown = 10;

    public static Command Build(CommonOptions common)
    {
        var by = new Option<string?>("--by") { Description = "Group by a column of the register: region, stp, ...", HelpName = "ATTRIBUTE" };
        return Verb.MakeForRound(common, "status", "Show where the round stands: response rate, every axis, what is late, what is due next.", [by], async (parsed, round, cancel) =>
        {
            var report = await round.Pipeline.Status.RunAsync(parsed.GetValue(by), cancel).ConfigureAwait(false);
            if (parsed.GetValue(common.Json))
            {
                Output.Json(report);
            }
            else
            {
                Show(report);
            }

            return Verb.Fine;
        });
    }

    public static void Show(StatusReport report)
    {
        Output.Line($"{report.Round} ({report.Prefix}), {report.AsOf.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)}");
        Output.Line("");
        Output.Line($"  Answered in substance  {Share(report.Response.Answered, report.Asked)}  {Bar(report.Response.Rate)}");
        Output.Line($"  Usable for the study   {Share(report.Response.Usable, report.Asked)}  {Bar(report.Response.UsableRate)}");
        Output.Table(
            ["Axis", "Counts"],
            [
                ["Delivery", Counts(report.Delivery)],
                ["Correspondence", Counts(report.Correspondence)],
                ["Whose turn", Counts(report.Turn)],
                ["Clock", Counts(report.Clock)],
                ["Outcome", Counts(report.Outcome)],
            ]);
        ShowDue("Late (no answer after the strict due date)", report.Late);
        ShowDue("Due next", report.NextDeadlines);
        if (report.By is not null)
        {
            Output.Table(
                [Heading(report.By), "Answered", "", "Usable", "Late"],
                report.Groups.Select(g => new[]
                {
                    g.Name, Share(g.Response.Answered, g.Response.Asked), Bar(g.Response.Rate), Share(g.Response.Usable, g.Response.Asked), Number(g.Late),
                }),
                1, 3, 4);
        }

        Output.Line($"  {report.QueuedForClassification} responses wait to be classified; {report.NeedsPerson} things need a person ('foi triage'){(report.Held > 0 ? $"; {report.Held} requests are held" : "")}.");
    }

    private static void ShowDue(string title, IReadOnlyList<DueRequest> due)
    {
        if (due.Count == 0)
        {
            return;
        }

        Output.Line($"  {title}: {due.Count}");
        Output.Table(
            ["Request", "Authority", "Due (strict)", "Due (lenient)", "Working days late"],
            due.Take(Shown).Select(d => new[] { d.Reference, d.Authority, Day(d.Strict), Day(d.Lenient), d.DaysLate == 0 ? "" : Number(d.DaysLate) }),
            4);
        if (due.Count > Shown)
        {
            Output.Line($"  ... and {due.Count - Shown} more (--json lists all).");
        }
    }

    private static string Counts<T>(IReadOnlyDictionary<T, int> counts)
        where T : struct, Enum =>
        string.Join(", ", counts.Where(c => c.Value > 0).Select(c => $"{AxisWords.Of(c.Key)} {c.Value}"));

    private static string Share(int n, int all) => $"{n} of {all} ({(all == 0 ? "0.0" : (100.0 * n / all).ToString("0.0", CultureInfo.InvariantCulture))}%)";

    private static string Bar(double share) => new string('█', (int)Math.Round(share * 30)).PadRight(30, '░');

    private static string Heading(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
