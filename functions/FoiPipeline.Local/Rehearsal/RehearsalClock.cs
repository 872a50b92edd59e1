using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>
/// The clock of a rehearsal: it stands still until it is moved, and its time is kept in the rehearsal's folder, so that a rehearsal that was broken off
/// goes on at the moment it had reached, and every later command sees the round as of that moment.
/// </summary>
public sealed class RehearsalClock : TimeProvider
{
    private readonly string _file;
    private DateTimeOffset _now;

    private RehearsalClock(string file, DateTimeOffset now)
    {
        _file = file;
        _now = now;
    }

    /// <summary>The clock kept in a folder, or nothing where time is real.</summary>
    /// <exception cref="StoreUnavailableException">The file is there and does not hold a moment.</exception>
    public static RehearsalClock? Find(string folder)
    {
        var file = FileIn(folder);
        if (!File.Exists(file))
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(File.ReadAllText(file), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var now)
            ? new RehearsalClock(file, now)
            : throw new StoreUnavailableException($"{file} does not hold the rehearsal's time. Delete the data folder and run the demo again.");
    }

    /// <summary>The clock kept in a folder, or a new one that starts at <paramref name="start"/>.</summary>
    public static RehearsalClock FindOrStart(string folder, DateTimeOffset start)
    {
        if (Find(folder) is { } kept)
        {
            return kept;
        }

        Directory.CreateDirectory(folder);
        var clock = new RehearsalClock(FileIn(folder), start);
        clock.MoveTo(start);
        return clock;
    }

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves the clock on. It never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        if (moment < _now)
        {
            return;
        }

        // Renamed into place: a kill leaves the old time or the new one.
        var partial = _file + ".partial";
        File.WriteAllText(partial, moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
        File.Move(partial, _file, overwrite: true);
        _now = moment.ToUniversalTime();
    }

    private static string FileIn(string folder) => Path.Combine(folder, "clock");
}
