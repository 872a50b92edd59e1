using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Rounds;

/// <summary>
/// A round that was copied exists twice, and must be carried on in one place only: else both would send its letters. Which one is home stands in its
/// journal. The move is noted where the round leaves before anything is copied, and where it arrives when all has come.
/// </summary>
/// <param name="register">The journal of the store that asks.</param>
/// <param name="here">The id of that store.</param>
/// <param name="clock">Dates moves, and says how old an answer may be.</param>
public sealed class RoundHome(IRegister register, string here, TimeProvider clock)
{
    /// <summary>Name of the stream among the marks.</summary>
    public const string Mark = "home";

    // Whoever sends letters asks each time; what else a function does may be done twice without harm, and need not ask at every ring.
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(30);

    private readonly Journal<MarkState, MarkEvent> _marks = new(register, JournalKinds.Mark);
    private long? _knownHereAt;

    /// <summary>Where the round is carried on, if not here: the other store's name for a person.</summary>
    public async Task<string?> ElsewhereAsync(CancellationToken cancel)
    {
        var mark = await _marks.LoadAsync(Mark, cancel).ConfigureAwait(false);
        return mark.Home is null || mark.Home == here ? null : mark.HomePlace ?? mark.Home;
    }

    /// <summary>As <see cref="ElsewhereAsync"/>, but an answer "here" may be half a minute old.</summary>
    public async Task<string?> RecentlyElsewhereAsync(CancellationToken cancel)
    {
        // Time that really passes: in a rehearsal weeks go by in seconds.
        if (_knownHereAt is { } at && clock.GetElapsedTime(at) < GoodFor)
        {
            return null;
        }

        var asked = clock.GetTimestamp();
        var elsewhere = await ElsewhereAsync(cancel).ConfigureAwait(false);
        _knownHereAt = elsewhere is null ? asked : null;
        return elsewhere;
    }

    /// <summary>Makes a store the round's home. Answers whether that changed anything.</summary>
    public async Task<bool> MoveAsync(string to, string place, string why, Actor by, CancellationToken cancel)
    {
        _knownHereAt = null;
        var now = clock.GetUtcNow();
        var (moved, _) = await _marks.DecideAsync(
            Mark, state => state.Home == to ? [] : [new HomeMoved(state.Moves + 1, to, place, why) { At = now, By = by }], cancel).ConfigureAwait(false);
        return moved;
    }

    /// <summary>What is to be told to whoever wants to carry the round on here while it lives elsewhere.</summary>
    public static string Sentence(string elsewhere) =>
        $"This round has moved to {elsewhere} and is carried on there; what is here is a copy. Work on it there, bring it back with 'foi copy', or, if that place is lost for good, say 'foi home --here'.";
}
