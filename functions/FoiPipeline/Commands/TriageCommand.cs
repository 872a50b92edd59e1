using System.CommandLine;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi triage</c>: what only a person can settle, each with its question and the commands that settle it.</summary>
internal static class TriageCommand
{
    public static Command Build(CommonOptions common) =>
        Verb.MakeForRound(common, "triage", "List what needs a person: the question, the reason, and the commands that settle it.", [], async (parsed, round, cancel) =>
        {
            var items = await round.Pipeline.Triage.RunAsync(cancel).ConfigureAwait(false);
            if (parsed.GetValue(common.Json))
            {
                Output.Json(items);
                return Verb.Fine;
            }

            Show(items, int.MaxValue);
            return Verb.Fine;
        });

    public static void Show(IReadOnlyList<TriageItem> items, int most)
    {
        if (items.Count == 0)
        {
            Output.Line("Nothing needs a person.");
            return;
        }

        foreach (var item in items.Take(most))
        {
            Output.Line($"{item.Type}  {item.Title}{(item.Since == default ? "" : $"  (since {RequestStory.Moment(item.Since)})")}");
            Output.Line($"    {item.Question}");
            Output.Line($"    {string.Join("   or   ", item.Actions)}");
        }

        Output.Line(items.Count > most ? $"... and {items.Count - most} more. {items.Count} things need a person." : $"{items.Count} things need a person.");
    }
}
