namespace FoiPipeline.EndToEnd.Interruptions;

/// <summary>
/// Draws the moments of death. How far a run gets in a second depends on the machine and on who else uses it, so the draw follows what the runs
/// before came to: a kill is to fall, on average, after a small share of the round, so that many are needed to reach its end.
/// </summary>
internal sealed class KillMoments
{
    private const int KillsARound = 40;

    private readonly Random _random;
    private readonly TimeSpan _start;
    private readonly int _events;
    private TimeSpan _typical;
    private int _before;

    /// <param name="random">Seeded.</param>
    /// <param name="start">How long a run takes that finds nothing to do.</param>
    /// <param name="events">Events in the journal of a whole round.</param>
    public KillMoments(Random random, TimeSpan start, int events)
    {
        _random = random;
        _start = start;
        _typical = start;
        _events = events;
    }

    public TimeSpan Next() =>
        // One in eight dies while it is still starting; the others around the moment at which it gets to work.
        _random.Next(8) == 0 ? _start * _random.NextDouble() : _typical * (0.6 + (0.8 * _random.NextDouble()));

    /// <param name="now">Events in the journal after the kill.</param>
    public void Reached(int now)
    {
        _typical *= now == _before ? 1.1 : (now - _before) * KillsARound > _events * 2 ? 0.8 : (now - _before) * KillsARound > _events ? 0.95 : 1;
        _before = now;
    }
}
