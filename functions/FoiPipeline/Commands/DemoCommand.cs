using System.CommandLine;
using System.Globalization;
using FoiPipeline.Composition;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Demo;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Commands;

/// <summary><c>foi demo</c>: a whole round on simulated authorities, in simulated weeks, on this machine only.</summary>
internal static class DemoCommand
{
    private const int TriageShown = 8;

    public static Command Build(CommonOptions common)
    {
        var once = new Option<bool>("--once") { Description = "Play without pauses, and let the simulated researcher settle everything in triage." };
        var authorities = new Option<int?>("--authorities") { Description = "How many authorities are asked (default: the 209 of the shipped register).", HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "The same seed plays the same round.", DefaultValueFactory = _ => RehearsalSeed.Default, HelpName = "N" };
        var with = new Option<string?>("--with") { Description = "A folder of your own .eml files, to arrive among the simulated replies.", HelpName = "DIR" };
        return Verb.Make("demo", "Play a whole round on this machine: 209 letters, simulated authorities that answer, and the result. No mail leaves.", [once, authorities, seed, with], async (parsed, cancel) =>
        {
            var json = parsed.GetValue(common.Json);
            var chosen = parsed.GetResult(common.Data) is { Implicit: false } || AppSettings.Get(AppSettings.Data) is not null;
            var data = chosen ? parsed.GetValue(common.Data)! : Directory.CreateTempSubdirectory("foi-demo-").FullName;
            if (parsed.GetValue(with) is { } folder && !Directory.Exists(folder))
            {
                throw new CommandException($"--with {folder}: there is no such folder. Name one that holds .eml files.");
            }

            var watched = !parsed.GetValue(once) && !Console.IsErrorRedirected && !json;
            var options = new DemoOptions(common.Choice(parsed) with { Folder = data }, parsed.GetValue(authorities), parsed.GetValue(seed), parsed.GetValue(once), parsed.GetValue(with), watched ? TimeSpan.FromMilliseconds(200) : TimeSpan.Zero);
            using var logs = Logs.ToStandardError();
            using var screen = new DemoScreen(json);
            var result = await new DemoRun(options, screen.Show).RunAsync(logs.CreateLogger("foi"), cancel).ConfigureAwait(false);
            screen.Dispose();
            if (json && !chosen)
            {
                // A program that reads JSON does not look around afterwards.
                Directory.Delete(data, recursive: true);
                result = result with { Report = result.Report with { Data = null } };
            }

            Tell(result, json);

            return result.Report is { Letters.SentTwice: 0, Replies.Lost: 0, AgainstTruth.Misattributed: 0 } ? Verb.Fine : Verb.Failed;
        });
    }

    private static void Tell(DemoResult result, bool json)
    {
        var report = result.Report;
        if (json)
        {
            Output.Json(report);
            return;
        }

        StatusCommand.Show(result.Status);
        Output.Line("");
        TriageCommand.Show(result.Triage, TriageShown);
        Output.Line("");
        Output.Line("Compared with what the simulator knows to be true:");
        Output.Line($"  letters        {report.Letters.Sent} sent, {report.Letters.Bounced} came back, {report.Letters.Resent} sent again to a corrected address; {report.Letters.SentTwice} sent twice");
        Output.Line($"  mails          {report.Replies.Collected} collected, {report.Replies.Lost} lost, {report.AgainstTruth.Misattributed} credited to the wrong authority");
        Output.Line($"  kinds          {report.AgainstTruth.KindRight} of {report.AgainstTruth.KindAll} judged rightly by the rules alone ({Percent(report.AgainstTruth.KindRight, report.AgainstTruth.KindAll)})");
        foreach (var (pair, count) in report.AgainstTruth.Confused.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            Output.Line($"                 {count} × {pair}");
        }

        Output.Line($"  person         {report.Replies.NeedsPerson} of {report.Replies.Collected} mails needed a person");
        Output.Line($"  response rate  {report.Response.Answered} of {report.Response.Asked} ({Percent(report.Response.Answered, report.Response.Asked)}) in the register; the truth is {report.AgainstTruth.Answered} of {report.Response.Asked}{(result.Triage.Count > 0 ? ", to be reached when triage is settled" : "")}");
        Output.Line($"Played in {report.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} seconds. Nothing left this machine.");
        Output.Line("");
        Output.Line("Look around (time stands still at the end of the round):");
        foreach (var command in new[] { "status --by region", "triage", $"log {result.Status.Late.Select(d => d.Reference).FirstOrDefault() ?? result.Status.Prefix + "-02N"}", "export tables" })
        {
            Output.Line($"  ./foi {command} --data {report.Data}{(result.InAzure ? " --store azure" : "")}");
        }
    }

    private static string Percent(int n, int all) => all == 0 ? "0.0%" : (100.0 * n / all).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}

/// <summary>One line on standard error that shows the weeks pass; nothing where nobody watches.</summary>
internal sealed class DemoScreen(bool quiet) : IDisposable
{
    private readonly bool _watched = !quiet && !Console.IsErrorRedirected;
    private long _shownAt;

    public void Show(DemoProgress progress)
    {
        if (_watched && Environment.TickCount64 - _shownAt > 80)
        {
            _shownAt = Environment.TickCount64;
            Console.Error.Write($"\r  {RequestStory.Moment(progress.Now)}   {progress.WorkedOff} documents and messages worked off   ");
        }
    }

    public void Dispose()
    {
        if (_watched && _shownAt > 0)
        {
            _shownAt = 0;
            Console.Error.WriteLine();
        }
    }
}
