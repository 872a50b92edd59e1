using FoiPipeline.Composition;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Watching;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Doctor;

/// <summary>The round itself: open, at home here, with a mailbox, nothing given up, and a calendar that reaches its due dates.</summary>
internal static class RoundChecks
{
    private const string Check = "round";

    /// <summary>20 working days, 40 for the longest extension we reckon with, and the holidays between.</summary>
    private const int DaysToDue = 100;

    public static async Task<IReadOnlyList<Finding>> LookAsync(StoreChoice choice, TimeProvider clock, CancellationToken cancel)
    {
        if (!choice.MayHoldRound)
        {
            return [NoRound(choice), Holidays(clock.GetUtcNow())];
        }

        var now = (RehearsalClock.Find(choice.Rehearsal) ?? clock).GetUtcNow();
        var store = choice.Open(clock);
        await using (store.ConfigureAwait(false))
        {
            if (await OpenRound.LoadAsync(store.Documents, cancel).ConfigureAwait(false) is not { } round)
            {
                return [NoRound(choice), Holidays(now)];
            }

            return
            [
                Finding.Ok(Check, $"'{round.Name}' ({round.ReferencePrefix}) is open in {store.Place}: {round.Authorities.Count} authorities, {round.Questions.Count} questions."),
                await HomeAsync(store, clock, cancel).ConfigureAwait(false),
                Mailbox(choice),
                await GivenUpAsync(store.Queue, choice.Azure, cancel).ConfigureAwait(false),
                Holidays(now),
            ];
        }
    }

    private static Finding NoRound(StoreChoice choice) => Finding.Warning(
        Check, choice.Azure ? "No round is open in the storage account." : $"No round is open in {Path.GetFullPath(choice.Folder)}.",
        $"'foi open DIR{(choice.Azure ? " --store azure" : "")}' opens one; 'foi demo' plays one.");

    private static async Task<Finding> HomeAsync(IStore store, TimeProvider clock, CancellationToken cancel) =>
        await new RoundHome(store.Register, store.Id, clock).ElsewhereAsync(cancel).ConfigureAwait(false) is { } elsewhere
            ? Finding.Warning("home", $"What is here is a copy: the round is carried on in {elsewhere}, and nothing rings here.", "Work on it there, bring it back with 'foi copy', or, if that place is lost, say 'foi home --here'.")
            : Finding.Ok("home", "The round is carried on here.");

    private static Finding Mailbox(StoreChoice choice) => RehearsalSeed.Find(choice.Rehearsal) is not null || (choice.Azure && AppSettings.Get(AppSettings.Rehearsal) is not null)
        ? Finding.Ok("mailbox", "This is a rehearsal: letters go to simulated authorities, and none leaves this machine.")
        : Finding.Warning(
            "mailbox",
            choice.Azure ? NoMailbox.Sentence : "No mailbox is set up: letters go to one inside the data folder that passes none on, and nobody answers.",
            choice.Azure ? "Rehearse with FoiRehearsal, or put mails into the container 'inbox'." : "Rehearse with 'foi demo'; take mails in with 'foi import'.");

    private static async Task<Finding> GivenUpAsync(IWorkQueue queue, bool azure, CancellationToken cancel)
    {
        string[] queues = [ReplyMessages.IngestPoisonQueue, ReplyMessages.ExtractPoisonQueue, QueueRules.PoisonOf(ReplyMessages.ClassifyQueue), .. azure ? [HostNotices.Queue] : Array.Empty<string>()];
        var counts = new List<string>();
        foreach (var name in queues)
        {
            if (await queue.CountAsync(name, cancel).ConfigureAwait(false) is var count and > 0)
            {
                counts.Add($"{count} in {name}");
            }
        }

        return counts.Count == 0
            ? Finding.Ok("given up", "The pipeline has given nothing up.")
            : Finding.Warning("given up", $"The pipeline gave up on some things: {string.Join(", ", counts)}.", "'foi triage' shows them; after mending what the log names, 'foi retry' tries again.");
    }

    public static Finding Holidays(DateTimeOffset now)
    {
        var (today, last) = (LondonDay.Of(now), UkHolidays.Current.LastDay);
        return today > last ? Finding.Failed("bank holidays", $"The table of bank holidays ended on {last:yyyy-MM-dd}: no due date can be told.", "Use a newer version of this program.")
            : today.AddDays(DaysToDue) > last ? Finding.Warning("bank holidays", $"The table of bank holidays ends on {last:yyyy-MM-dd}, before the answers to letters of these days are due.", "Use a newer version of this program.")
            : Finding.Ok("bank holidays", $"The table of bank holidays reaches to {last:yyyy-MM-dd}.");
    }
}
