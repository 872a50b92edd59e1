using System.Globalization;
using FoiPipeline.Commands;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Composition;

/// <summary>
/// A rehearsal that the platform plays by itself: simulated authorities answer, and weeks pass in an hour or two, while the Functions host rings every
/// function as in earnest. It begins today. Their mailbox is in the data folder of the one instance and dies with it.
/// </summary>
internal static class CloudRehearsal
{
    // No whole number of days a minute: a timer that rings each minute would meet the same hour of every day, and might never meet the sending window.
    private const double UsualSpeed = 500;

    /// <summary>The clock of the rehearsal that the settings ask for, started if it is not running; nothing where they ask for none.</summary>
    /// <exception cref="CommandException">
    /// A setting is no number, an authority of the round has an address that could be real, or the rehearsal's mailbox is gone although it had begun.
    /// </exception>
    public static async Task<RehearsalClock?> StartAsync(Round round, StoreChoice choice, IStore store, CancellationToken cancel)
    {
        if (!choice.Azure || AppSettings.Get(AppSettings.Rehearsal) is not { } asked)
        {
            return null;
        }

        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            throw new CommandException($"The setting {AppSettings.Rehearsal} is '{asked}'; it takes a number, the seed of the rehearsal. Remove it to play none.");
        }

        RequireInvented(round);
        var speed = Speed();
        if (RehearsalClock.Find(choice.Rehearsal) is null && await HasBegunAsync(round, store, cancel).ConfigureAwait(false))
        {
            throw new CommandException(
                $"The rehearsal in {store.Place} had begun, and its mailbox, which was on another instance or in a container that was replaced, is gone: what it had not delivered cannot come any more. Open the round anew in an empty account.");
        }

        choice.KeepRehearsalFor(store.Id);
        RehearsalSeed.Keep(choice.Rehearsal, seed);
        var firstDay = new DateTimeOffset(round.Sending.FirstDay.ToDateTime(new TimeOnly(7, 30)), TimeSpan.Zero);
        var now = TimeProvider.System.GetUtcNow();
        return RehearsalClock.FindOrRun(choice.Rehearsal, now > firstDay ? now : firstDay, speed);
    }

    /// <summary>In a rehearsal letters are noted as sent that nobody gets.</summary>
    /// <exception cref="CommandException">An authority of the round could be real.</exception>
    public static void RequireInvented(Round round)
    {
        if (round.Authorities.FirstOrDefault(a => !a.FoiAddress.EndsWith(".example", StringComparison.OrdinalIgnoreCase)) is { } real)
        {
            throw new CommandException(
                $"A rehearsal is asked for, but {real.Id} on the register of '{round.Name}' has an address that does not end in .example. In a rehearsal letters are noted as sent that nobody gets: remove the setting {AppSettings.Rehearsal}, or open a rehearsal's round.");
        }
    }

    private static async Task<bool> HasBegunAsync(Round round, IStore store, CancellationToken cancel) =>
        (await new RoundBook(round, store.Register).Marks.LoadAsync(CollectMail.Mark, cancel).ConfigureAwait(false)).Cursor is not null;

    private static double Speed()
    {
        var asked = AppSettings.Get(AppSettings.RehearsalSpeed);
        return asked is null ? UsualSpeed
            : double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 1_000_000 ? speed
            : throw new CommandException($"The setting {AppSettings.RehearsalSpeed} is '{asked}'; it takes a number above 0: how many times faster than real time the rehearsal goes.");
    }
}
