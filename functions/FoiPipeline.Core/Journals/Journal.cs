using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Journals;

/// <summary>Reading and appending one family of streams, with the state folded.</summary>
public sealed class Journal<TState, TEvent>(IRegister register, JournalKind<TState, TEvent> kind)
    where TState : class
    where TEvent : JournalEvent
{
    // Each loss of the race means that somebody else got on; a stream with more than this many writers at once does not occur.
    private const int MostTries = 50;

    public async Task<TState> LoadAsync(string name, CancellationToken cancel) =>
        kind.State(await register.LoadAsync(kind.Stream(name), cancel).ConfigureAwait(false));

    public async IAsyncEnumerable<TState> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var snapshot in register.ListAsync(kind.Prefix, cancel).ConfigureAwait(false))
        {
            yield return kind.State(snapshot);
        }
    }

    /// <summary>The states of this family on a worklist, in its order.</summary>
    public async IAsyncEnumerable<TState> ListWorkAsync(
        string list, string? upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var snapshot in register.ListWorkAsync(list, upTo, cancel).ConfigureAwait(false))
        {
            if (snapshot.Stream.Value.StartsWith(kind.Prefix, StringComparison.Ordinal))
            {
                yield return kind.State(snapshot);
            }
        }
    }

    public async IAsyncEnumerable<TEvent> EventsAsync(string name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var stored in register.ReadEventsAsync(kind.Stream(name), cancel).ConfigureAwait(false))
        {
            yield return kind.Event(stored);
        }
    }

    /// <summary>
    /// Loads the stream, lets <paramref name="decide"/> say which events follow from its state, and appends them; if somebody else was
    /// faster it loads and decides again. Deciding must not have effects of its own. No events means nothing to do.
    /// </summary>
    /// <returns>Whether this call appended the events, and the state as it is now.</returns>
    public async Task<(bool Appended, TState State)> DecideAsync(string name, Func<TState, IReadOnlyList<TEvent>> decide, CancellationToken cancel)
    {
        var stream = kind.Stream(name);
        for (var tries = 0; tries < MostTries; tries++)
        {
            // What is remembered saves a request. If it is out of date the append is refused, and that there is nothing to do, or nothing more, is
            // only believed of what is fresh: a numbered event decided from the past may have the key of another that came since.
            var recalled = tries == 0 ? register.Recall(stream) : null;
            var snapshot = recalled ?? await register.LoadAsync(stream, cancel).ConfigureAwait(false);
            var state = kind.State(snapshot);
            var events = decide(state);
            if (events.Count == 0)
            {
                if (recalled is not null)
                {
                    continue;
                }

                return (false, state);
            }

            var next = events.Aggregate(state, kind.Apply);
            var outcome = await register
                .AppendAsync(stream, snapshot.Version, [.. events.Select(kind.Store)], kind.Summarise(next), cancel).ConfigureAwait(false);
            switch (outcome)
            {
                case AppendOutcome.Appended:
                    return (true, next);
                case AppendOutcome.AlreadyPresent when recalled is null:
                    return (false, await LoadAsync(name, cancel).ConfigureAwait(false));
            }
        }

        throw new StoreUnavailableException($"The record of '{stream}' is being written by too many at once. Stop other copies of foi and try again.");
    }
}
