using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Serving;

/// <summary>
/// The round that is served. It may not be open yet when the program starts: it is looked for when it is needed, not more often than
/// <see cref="LookEvery"/>, and kept once it is there. A store that cannot be reached is asked again each time.
/// </summary>
/// <param name="choice">Where it is kept.</param>
/// <param name="clock">Real time.</param>
internal sealed class ServedRound(StoreChoice choice, TimeProvider clock) : IAsyncDisposable
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private OpenedRound? _round;
    private DateTimeOffset? _absent;

    /// <exception cref="NoRoundException">There was none when it was looked for last.</exception>
    /// <exception cref="Core.Ports.StoreUnavailableException">The store cannot be opened.</exception>
    public async Task<OpenedRound> GetAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _round) is { } open)
        {
            return open;
        }

        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return _round ?? await LookAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Rings a function of the round.</summary>
    public async Task<string> RingAsync(FunctionCall call, CancellationToken cancel)
    {
        var round = await GetAsync(cancel).ConfigureAwait(false);
        return await round.Pipeline.RingAsync(call, cancel).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_round is not null)
        {
            await _round.DisposeAsync().ConfigureAwait(false);
        }

        _one.Dispose();
    }

    private async Task<OpenedRound> LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - _absent < LookEvery)
        {
            throw new NoRoundException(choice);
        }

        try
        {
            var round = await OpenedRound.OpenAsync(choice, cancel).ConfigureAwait(false);
            Volatile.Write(ref _round, round);
            return round;
        }
        catch (NoRoundException)
        {
            _absent = now;
            throw;
        }
    }
}
