using System.CommandLine;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Commands;

/// <summary><c>foi check templates/rounds/social-value-2016</c>: everything a person can get wrong in a round, all at once.</summary>
internal static class CheckCommand
{
    public static Command Build(CommonOptions common)
    {
        var folder = RoundArguments.Folder();
        return Verb.Make("check", "Look a round's folder through before anything is sent: every fault with its file, line and remedy.", [folder], (parsed, _) =>
        {
            var reading = RoundFolder.Read(parsed.GetValue(folder)!);
            var errors = reading.Faults.Count(f => f.Severity == FaultSeverity.Error);
            if (parsed.GetValue(common.Json))
            {
                Output.Json(new { ok = errors == 0, errors, warnings = reading.Faults.Count - errors, authorities = reading.Round?.Authorities.Count, faults = reading.Faults });
                return Task.FromResult(errors == 0 ? Verb.Fine : Verb.Failed);
            }

            foreach (var fault in reading.Faults)
            {
                Output.Line(fault.ToString());
            }

            Output.Line(errors > 0
                ? $"{Count(errors, "error")}, {Count(reading.Faults.Count - errors, "warning")}. Nothing can be opened or sent before the errors are mended."
                : $"{reading.Round!.Name}: {reading.Round.Authorities.Count} authorities, {reading.Round.Questions.Count} questions, no error, {Count(reading.Faults.Count, "warning")}.");
            return Task.FromResult(errors == 0 ? Verb.Fine : Verb.Failed);
        });
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
