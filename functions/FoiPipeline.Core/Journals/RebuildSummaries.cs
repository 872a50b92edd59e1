using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Journals;

/// <summary>Folds every stream anew and puts the result in place of a summary that differs. On a healthy register none does.</summary>
public sealed class RebuildSummaries(IRegister register)
{
    public async Task<RebuildResult> RunAsync(CancellationToken cancel)
    {
        var streams = 0;
        var mended = new List<string>();
        foreach (var kind in JournalKinds.All)
        {
            await foreach (var snapshot in register.ListAsync(kind.Prefix, cancel).ConfigureAwait(false))
            {
                streams++;
                var events = new List<StoredEvent>();
                await foreach (var stored in register.ReadEventsAsync(snapshot.Stream, cancel).ConfigureAwait(false))
                {
                    events.Add(stored);
                }

                var summary = kind.Fold(events);

                // Written even where the text is the same: the worklists are part of the summary, and reading them back would cost more.
                if (await register.ReplaceSummaryAsync(snapshot.Stream, snapshot.Version, summary, cancel).ConfigureAwait(false)
                    && summary.Json != snapshot.SummaryJson)
                {
                    mended.Add(snapshot.Stream.Value);
                }
            }
        }

        return new RebuildResult(streams, mended);
    }
}

/// <param name="Streams">Streams folded.</param>
/// <param name="Mended">Those whose stored summary was not what their events amount to.</param>
public sealed record RebuildResult(int Streams, IReadOnlyList<string> Mended);
