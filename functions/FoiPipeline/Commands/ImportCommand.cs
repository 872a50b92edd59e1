using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Mails;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Import;

namespace FoiPipeline.Commands;

/// <summary><c>foi import replies/ archive.mbox ~/Maildir</c>: takes in mails from files, as if they had come to the mailbox.</summary>
internal static class ImportCommand
{
    public static Command Build(CommonOptions common)
    {
        var paths = new Argument<string[]>("PATH") { Description = ".eml files, folders of them, mbox files or Maildirs.", Arity = ArgumentArity.OneOrMore };
        return Verb.MakeToCarryOn(common, "import", "Take in mails from .eml files, folders, mbox files or Maildirs. Importing again changes nothing.", [paths], async (parsed, round, cancel) =>
        {
            var (fresh, known, problems) = (0, 0, new List<string>());
            foreach (var found in MailFiles.Find(parsed.GetValue(paths)!))
            {
                cancel.ThrowIfCancellationRequested();
                if (found.Problem is { } problem)
                {
                    problems.Add(problem);
                    continue;
                }

                await using var raw = found.Open!();
                if (raw.Length == 0)
                {
                    problems.Add($"{found.Name} is empty: there is nothing to import. If it should be a mail, export it again from the mail program.");
                    continue;
                }

                var (_, isNew) = await MailDocument.StoreAsync(round.Store.Documents, raw, cancel).ConfigureAwait(false);
                (fresh, known) = isNew ? (fresh + 1, known) : (fresh, known + 1);
            }

            if (fresh + known + problems.Count == 0)
            {
                problems.Add($"No mail was found in {string.Join(", ", parsed.GetValue(paths)!)}: mails are files ending in .eml, mbox files, or a Maildir with its folders cur and new.");
            }

            var worked = await WorkOffAsync(round, cancel).ConfigureAwait(false);
            var told = Tell(parsed.GetValue(common.Json), fresh, known, problems);
            return worked == Verb.Fine ? told : worked;
        });
    }

    // Only what rings by documents and messages: importing must not send letters or collect mail as a side effect.
    private static async Task<int> WorkOffAsync(OpenedRound round, CancellationToken cancel)
    {
        using var logs = Logs.ToStandardError();
        var app = FunctionApp.Load(AppContext.BaseDirectory, AppSettings.Get);
        var rings = new CountedRings(round);
        using var clockwork = new Clockwork(app, round.Store, rings.RingAsync, round.Clock, logs.CreateLogger("foi"));
        await clockwork.DrainAsync(cancel).ConfigureAwait(false);
        return rings.Tell();
    }

    private static int Tell(bool json, int fresh, int known, List<string> problems)
    {
        if (json)
        {
            Output.Json(new { imported = fresh, alreadyThere = known, problems });
        }
        else
        {
            problems.ForEach(Output.Note);
            Output.Line($"{fresh} mails imported, {known} were there already, {problems.Count} could not be imported. 'foi triage' shows what needs you.");
        }

        return problems.Count == 0 ? Verb.Fine : Verb.Failed;
    }
}
