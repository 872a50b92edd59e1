using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Watching;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Composition;

/// <summary>What the pipeline gave up on: steps that failed again and again, and messages whose readers died over them again and again.</summary>
internal sealed class PoisonedWork(OpenedRound round)
{
    private const string Ingest = "IngestMail";

    /// <summary>Longer than taking in the largest mail.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(10);

    /// <summary>Puts all of it back to where it is worked off. A document in a storage account is taken in at once: nobody rings for one that lies there already.</summary>
    /// <param name="ring">Rings a function.</param>
    /// <param name="cancel">Stops between two things; those not done stay where they are.</param>
    public async Task<RetryResult> RetryAsync(Func<FunctionCall, CancellationToken, Task> ring, CancellationToken cancel)
    {
        var documents = await WorkAsync(ReplyMessages.IngestPoisonQueue, document => IngestAsync(document, ring, cancel), cancel).ConfigureAwait(false);
        var messages = await WorkAsync(ReplyMessages.ExtractPoisonQueue, message => SendAsync(message, cancel), cancel).ConfigureAwait(false);
        return new RetryResult(documents.TriedAgain + messages.TriedAgain, documents.Left + messages.Left);
    }

    /// <summary>A message leaves the poison queue only after the work was put back: a crash between leaves it in both, which does no harm.</summary>
    private async Task<RetryResult> WorkAsync(string queue, Func<string, Task<bool>> tryAgain, CancellationToken cancel)
    {
        var again = 0;
        var left = new Dictionary<string, WorkItem>(StringComparer.Ordinal);
        while (await round.Store.Queue.ReceiveAsync(queue, Visibility, int.MaxValue, cancel).ConfigureAwait(false) is { } item)
        {
            var seen = left.ContainsKey(item.Id);
            if (!seen && await tryAgain(item.Message).ConfigureAwait(false))
            {
                await round.Store.Queue.CompleteAsync(item, cancel).ConfigureAwait(false);
                again++;
                continue;
            }

            left[item.Id] = item;
            if (seen)
            {
                break;
            }
        }

        foreach (var item in left.Values)
        {
            await round.Store.Queue.AbandonAsync(item, TimeSpan.Zero, cancel).ConfigureAwait(false);
        }

        return new RetryResult(again, left.Count);
    }

    private async Task<bool> IngestAsync(string document, Func<FunctionCall, CancellationToken, Task> ring, CancellationToken cancel)
    {
        if (!document.StartsWith($"{MailDocument.Container}/", StringComparison.Ordinal) || !DocumentName.IsReadable(document))
        {
            return false;
        }

        await round.Store.Receipts.RetryAsync(Ingest, document, cancel).ConfigureAwait(false);
        await round.Store.Receipts.RetryAsync(KeepWatch.Function, document, cancel).ConfigureAwait(false);
        return !round.Choice.Azure || await SucceedsAsync(() => ring(new FunctionCall(Ingest, document), cancel), cancel).ConfigureAwait(false);
    }

    private async Task<bool> SendAsync(string message, CancellationToken cancel)
    {
        await round.Store.Queue.SendAsync(ReplyMessages.ExtractQueue, message, cancel).ConfigureAwait(false);
        return true;
    }

    // What fails once more stays given up, and the others get their turn.
    private static async Task<bool> SucceedsAsync(Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <param name="TriedAgain">Things put back to where they are worked off, or taken in.</param>
/// <param name="Left">Things that failed again, or that say nothing that could be tried.</param>
internal sealed record RetryResult(int TriedAgain, int Left);
