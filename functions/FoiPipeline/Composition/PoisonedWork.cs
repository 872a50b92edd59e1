using System.Runtime.CompilerServices;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Composition;

/// <summary>What the pipeline gave up on: steps that failed again and again, and messages whose readers died over them again and again.</summary>
internal sealed class PoisonedWork(OpenedRound round)
{
    /// <summary>Puts all of it back to where it is worked off.</summary>
    /// <returns>How many things will be tried again.</returns>
    public async Task<int> RetryAsync(CancellationToken cancel)
    {
        var again = 0;
        await foreach (var document in TakeAsync(ReplyMessages.IngestPoisonQueue, cancel).ConfigureAwait(false))
        {
            await round.Store.Receipts.RetryAsync("IngestMail", document, cancel).ConfigureAwait(false);
            again++;
        }

        await foreach (var message in TakeAsync(ReplyMessages.ExtractPoisonQueue, cancel).ConfigureAwait(false))
        {
            await round.Store.Queue.SendAsync(ReplyMessages.ExtractQueue, message, cancel).ConfigureAwait(false);
            again++;
        }

        return again;
    }

    // A message leaves the poison queue only after the work was put back: a crash between leaves it in both, which does no harm.
    private async IAsyncEnumerable<string> TakeAsync(string queue, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await round.Store.Queue.ReceiveAsync(queue, TimeSpan.FromMinutes(1), int.MaxValue, cancel).ConfigureAwait(false) is { } item)
        {
            yield return item.Message;
            await round.Store.Queue.CompleteAsync(item, cancel).ConfigureAwait(false);
        }
    }
}
