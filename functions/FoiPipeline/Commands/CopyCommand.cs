using System.CommandLine;
using System.Globalization;
using FoiPipeline.Composition;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Commands;

/// <summary><c>foi copy --from local --to azure</c>: moves a round to another place; <c>--backup</c> keeps it where it is.</summary>
internal static class CopyCommand
{
    public static Command Build(CommonOptions common)
    {
        var from = new Option<string>("--from") { Description = "Where the round is: local (the data folder) or azure (the storage account of FoiStorage).", Required = true, HelpName = "PLACE" };
        var to = new Option<string>("--to") { Description = "Where it is to go: local or azure.", Required = true, HelpName = "PLACE" };
        var into = new Option<string?>("--into") { Description = "With --from local --to local: the other data folder.", HelpName = "DIR" };
        var backup = new Option<bool>("--backup") { Description = "Copy for safe keeping: the round stays at home where it is, and the copy can only be looked at." };
        return Verb.Make("copy", "Copy a round to another place and carry it on there: every event, every document, compared by hash. Broken off, the same command goes on.", [from, to, into, backup], async (parsed, cancel) =>
        {
            var source = StoreChoice.Of(parsed.GetValue(from)!, parsed.GetValue(common.Data)!);
            var target = StoreChoice.Of(parsed.GetValue(to)!, parsed.GetValue(into) ?? parsed.GetValue(common.Data)!);
            if (!source.MayHoldRound)
            {
                throw new NoRoundException(source);
            }

            if (source == target || (source.Azure && target.Azure))
            {
                throw new CommandException("--from and --to are the same place. One is 'local' and the other 'azure'; or both are 'local', and --into names the other folder.");
            }

            await using var ours = source.Open(TimeProvider.System);
            await using var theirs = await target.PrepareAsync(TimeProvider.System, cancel).ConfigureAwait(false);
            if (!parsed.GetValue(backup))
            {
                Output.Note("foi: A move waits half a minute once it is noted, until work in hand has ended.");
            }

            using var screen = new CopyScreen();
            var report = await new CopyRound(ours.Inner, theirs.Inner, TimeProvider.System, RoundHome.GoodFor + TimeSpan.FromSeconds(5))
                .RunAsync(parsed.GetValue(backup), common.Person(parsed), screen.Show, cancel).ConfigureAwait(false);
            screen.Dispose();
            Output.Said(parsed.GetValue(common.Json), Sentence(report), report);
            return Verb.Fine;
        });
    }

    private static string Sentence(CopyReport report) =>
        $"""
        {report.From} and {report.To} are the same now: {report.Streams} journals with {report.Events} events, {report.Documents} documents with {Size(report.Bytes)}, compared event by event and by SHA-256.
        This run copied {report.NewEvents} events and {report.NewDocuments} documents, and put {report.Messages} messages into the queues for work that was not finished.
        {(report.Moved ? $"The round is carried on in {report.To} from now on; {report.From} is a copy that can be looked at." : $"The round stays at home in {report.From}; the copy can be looked at.")}
        """;

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");
}

/// <summary>One line on standard error that says how far copying is; nothing where nobody watches.</summary>
internal sealed class CopyScreen : IDisposable
{
    private long _shownAt;

    public void Show(CopyProgress progress)
    {
        if (!Console.IsErrorRedirected && Environment.TickCount64 - _shownAt > 200)
        {
            _shownAt = Environment.TickCount64;
            Console.Error.Write($"\r  {progress.Done} {progress.What}          ");
        }
    }

    public void Dispose()
    {
        if (_shownAt > 0)
        {
            _shownAt = 0;
            Console.Error.WriteLine();
        }
    }
}
