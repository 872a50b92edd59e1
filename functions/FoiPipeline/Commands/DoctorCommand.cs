using System.CommandLine;
using FoiPipeline.Doctor;

namespace FoiPipeline.Commands;

/// <summary><c>foi doctor --store azure</c>: looks a laptop or a deployment over and says what is wrong and what to do.</summary>
internal static class DoctorCommand
{
    private const int Indent = 10;

    public static Command Build(CommonOptions common) =>
        Verb.Make("doctor", "Look this machine, the store and the round over: what is wrong, and what to do. Changes nothing.", [], async (parsed, cancel) =>
        {
            var findings = await new Examination(common.Choice(parsed), TimeProvider.System).RunAsync(cancel).ConfigureAwait(false);
            if (parsed.GetValue(common.Json))
            {
                Output.Json(findings.Select(f => new { check = f.Check, state = Word(f.State), sentence = f.Sentence, remedy = f.Remedy }));
            }
            else
            {
                Show(findings);
            }

            return findings.Any(f => f.State == FindingState.Failed) ? Verb.Failed : Verb.Fine;
        });

    private static void Show(IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(f => f.Check.Length);
        foreach (var finding in findings)
        {
            Output.Line($"  {Word(finding.State),-(Indent - 2)}{finding.Check.PadRight(width)}  {finding.Sentence}");
            if (finding.Remedy is { } remedy)
            {
                Output.Line($"{new string(' ', Indent + width)}  → {remedy}");
            }
        }

        var failed = findings.Count(f => f.State == FindingState.Failed);
        var warnings = findings.Count(f => f.State == FindingState.Warning);
        Output.Line("");
        Output.Line(failed + warnings == 0 ? "All is well." : $"{Count(failed, "is wrong", "are wrong")}, {Count(warnings, "is worth knowing", "are worth knowing")}.");
    }

    private static string Count(int number, string one, string several) => number switch
    {
        0 => $"nothing {one}",
        1 => $"one thing {one}",
        _ => $"{number} things {several}",
    };

    private static string Word(FindingState state) => state switch
    {
        FindingState.Ok => "ok",
        FindingState.Warning => "warning",
        _ => "failed",
    };
}
