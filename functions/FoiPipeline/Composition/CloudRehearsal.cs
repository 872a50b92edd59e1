using System.Globalization;
using FoiPipeline.Commands;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Composition;

/// <summary>
/// A rehearsal that the platform plays by itself: simulated authorities answer, and weeks pass in minutes, while the Functions host rings every
/// function as in earnest. Their mailbox is in the data folder of the one instance; a new instance begins without it.
/// </summary>
internal static class CloudRehearsal
{
    private const double DayAMinute = 1440;

    /// <summary>The clock of the rehearsal that the settings ask for, started if it is not running; nothing where they ask for none.</summary>
    /// <exception cref="CommandException">A setting is no number, or an authority of the round has an address that could be real.</exception>
    public static RehearsalClock? Start(Round round, StoreChoice choice)
    {
        if (!choice.Azure || AppSettings.Get(AppSettings.Rehearsal) is not { } asked)
        {
            return null;
        }

        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            throw new CommandException($"The setting {AppSettings.Rehearsal} is '{asked}'; it takes a number, the seed of the rehearsal. Remove it to play none.");
        }

        if (round.Authorities.FirstOrDefault(a => !a.FoiAddress.EndsWith(".example", StringComparison.OrdinalIgnoreCase)) is { } real)
        {
            throw new CommandException(
                $"The setting {AppSettings.Rehearsal} asks for a rehearsal, but {real.Id} on the register of '{round.Name}' has an address that does not end in .example. In a rehearsal letters are noted as sent that nobody gets: remove the setting, or open a rehearsal's round.");
        }

        RehearsalSeed.Keep(choice.Rehearsal, seed);
        return RehearsalClock.FindOrRun(choice.Rehearsal, new DateTimeOffset(round.Sending.FirstDay.ToDateTime(new TimeOnly(7, 30)), TimeSpan.Zero), Speed());
    }

    private static double Speed()
    {
        var asked = AppSettings.Get(AppSettings.RehearsalSpeed);
        return asked is null ? DayAMinute
            : double.TryParse(asked, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 1_000_000 ? speed
            : throw new CommandException($"The setting {AppSettings.RehearsalSpeed} is '{asked}'; it takes a number above 0: how many times faster than real time the rehearsal goes.");
    }
}
