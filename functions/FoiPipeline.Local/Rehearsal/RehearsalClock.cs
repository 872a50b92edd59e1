using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>
/// The clock of a rehearsal. It is kept in the rehearsal's folder, so that a rehearsal that was broken off goes on at the moment it had reached, and every
/// process that works on it sees the same moment. It either stands still until it is moved, or runs by itself, faster than real time.
/// </summary>
public sealed class RehearsalClock : TimeProvider
{
    // Another process may have moved it; whoever asks more often than this is told the same.
    private const long LookAgainMilliseconds = 20;

    private readonly string _file;
    private readonly Lock _lock = new();
    private Dial _dial;
    private long _looked = Environment.TickCount64;

    private RehearsalClock(string file, Dial dial)
    {
        _file = file;
        _dial = dial;
    }

    /// <summary>The clock kept in a folder, or nothing where time is real.</summary>
    /// <exception cref="StoreUnavailableException">The file is there and does not hold a moment.</exception>
    public static RehearsalClock? Find(string folder) => File.Exists(FileIn(folder)) ? new RehearsalClock(FileIn(folder), Read(FileIn(folder))) : null;

    /// <summary>The clock kept in a folder, or a new one that stands still at <paramref name="start"/>.</summary>
    public static RehearsalClock FindOrStart(string folder, DateTimeOffset start) => FindOrWrite(folder, () => new Dial(start, 0, default));

    /// <summary>The clock kept in a folder, or a new one that runs from <paramref name="start"/> on, <paramref name="speed"/> times faster than real time.</summary>
    public static RehearsalClock FindOrRun(string folder, DateTimeOffset start, double speed) =>
        FindOrWrite(folder, () => new Dial(start, speed, System.GetUtcNow()));

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (Environment.TickCount64 - _looked > LookAgainMilliseconds)
            {
                _looked = Environment.TickCount64;
                _dial = Read(_file);
            }

            return _dial.Now();
        }
    }

    /// <summary>Moves a clock that stands still on. It never goes back.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        lock (_lock)
        {
            if (moment <= _dial.Now())
            {
                return;
            }

            _dial = new Dial(moment.ToUniversalTime(), 0, default);
            Write(_file, _dial);
        }
    }

    private static RehearsalClock FindOrWrite(string folder, Func<Dial> make)
    {
        if (Find(folder) is { } kept)
        {
            return kept;
        }

        Directory.CreateDirectory(folder);
        var dial = make();
        Write(FileIn(folder), dial);
        return new RehearsalClock(FileIn(folder), dial);
    }

    private static Dial Read(string file) => Dial.TryParse(File.ReadAllText(file), out var dial)
        ? dial
        : throw new StoreUnavailableException($"{file} does not hold the rehearsal's time. Delete the data folder and run the demo again.");

    // Renamed into place: a kill leaves the old time or the new one.
    private static void Write(string file, Dial dial)
    {
        var partial = $"{file}.{Environment.ProcessId}.partial";
        File.WriteAllText(partial, dial.ToString());
        File.Move(partial, file, overwrite: true);
    }

    private static string FileIn(string folder) => Path.Combine(folder, "clock");

    /// <param name="Moment">The rehearsal's time when the clock was set.</param>
    /// <param name="Speed">How many times faster than real time it has run since; 0 while it stands still.</param>
    /// <param name="SetAt">Real time when it was set.</param>
    private sealed record Dial(DateTimeOffset Moment, double Speed, DateTimeOffset SetAt)
    {
        public DateTimeOffset Now() => Speed == 0 ? Moment : Moment + ((System.GetUtcNow() - SetAt) * Speed);

        public override string ToString() => Speed == 0
            ? Moment.ToString("O", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Moment:O} x {Speed} since {SetAt:O}");

        public static bool TryParse(string text, [NotNullWhen(true)] out Dial? dial)
        {
            dial = null;
            switch (text.Split(' '))
            {
                case [var moment] when IsMoment(moment, out var at):
                    dial = new Dial(at, 0, default);
                    return true;
                case [var moment, "x", var speed, "since", var set]
                    when IsMoment(moment, out var at) && IsMoment(set, out var setAt) && double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var times):
                    dial = new Dial(at, times, setAt);
                    return true;
                default:
                    return false;
            }
        }

        private static bool IsMoment(string text, out DateTimeOffset moment) =>
            DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out moment);
    }
}
