using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Watching;

/// <summary>
/// Takes in documents that rang nobody, and sends those on again that were taken in and whose message to be read is gone. One that fails does not stop the
/// others; after five failures it is a person's, like whatever else the pipeline gave up on.
/// </summary>
internal sealed class TakeInMissed(RoundBook book, IStore store, IngestMail ingest)
{
    /// <summary>So that a run ends long before the host's time limit; the next goes on.</summary>
    public const int MostInOneRun = 500;

    /// <summary>What a queue of a storage account shows at most.</summary>
    private const int MostShown = 32;

    public async Task<WatchReport> RunAsync(IReadOnlyList<WaitingDocument> waiting, InboxLook inbox, CancellationToken cancel)
    {
        var overdue = waiting.Where(w => w.IsOverdue).ToList();
        var missed = overdue.Where(w => w.For == WaitingFor.TakingIn).ToList();
        var given = missed.Count == 0 ? [] : await store.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, MostShown, cancel).ConfigureAwait(false);
        var lost = await LostMessagesAsync(overdue, cancel).ConfigureAwait(false);
        var (done, left, failures) = (0, 0, new List<WatchFailure>());
        foreach (var document in missed.Concat(lost))
        {
            if (done + failures.Count == MostInOneRun)
            {
                left++;
            }
            else if (document.For == WaitingFor.Reading || !await IsSettledAsync(document, given, inbox, cancel).ConfigureAwait(false))
            {
                var problem = await TakeInAsync(document, inbox, cancel).ConfigureAwait(false);
                done += problem is null ? 1 : 0;
                failures.AddRange(problem is null ? [] : [new WatchFailure(document.Name, problem)]);
            }
        }

        return new WatchReport { TakenIn = done, LeftForNextRun = left, Failures = failures };
    }

    /// <summary>Mails that wait to be read while nothing in the queue says so. While the queue has work nobody can tell, and nothing is sent twice on suspicion.</summary>
    private async Task<IReadOnlyList<WaitingDocument>> LostMessagesAsync(List<WaitingDocument> overdue, CancellationToken cancel)
    {
        var unread = overdue.Where(w => w.For == WaitingFor.Reading).ToList();
        if (unread.Count == 0 || await store.Queue.CountAsync(ReplyMessages.ExtractQueue, cancel).ConfigureAwait(false) > 0)
        {
            return [];
        }

        var given = await store.Queue.PeekAsync(ReplyMessages.ExtractPoisonQueue, MostShown, cancel).ConfigureAwait(false);
        return given.Count >= MostShown ? [] : [.. unread.Where(w => !given.Any(g => g.Contains(w.Mail!, StringComparison.Ordinal)))];
    }

    /// <summary>Whether a document not recorded as taken in is done all the same, or is a person's.</summary>
    private async Task<bool> IsSettledAsync(WaitingDocument document, IReadOnlyList<string> given, InboxLook inbox, CancellationToken cancel)
    {
        if (given.Contains(document.Name, StringComparer.Ordinal))
        {
            return true;
        }

        if (await store.Receipts.IsDoneAsync(KeepWatch.Function, document.Name, cancel).ConfigureAwait(false))
        {
            inbox.PassedOn(document);
            return true;
        }

        if (!await store.Receipts.IsParkedAsync(KeepWatch.Function, document.Name, cancel).ConfigureAwait(false))
        {
            return false;
        }

        // A run that died between giving it up and showing it left it where nobody looks.
        if (given.Count < MostShown)
        {
            await ShowAsync(document, cancel).ConfigureAwait(false);
        }

        return true;
    }

    /// <returns>What went wrong; nothing if it was taken in.</returns>
    private async Task<string?> TakeInAsync(WaitingDocument document, InboxLook inbox, CancellationToken cancel)
    {
        try
        {
            await ingest.RunAsync(document.Name, cancel).ConfigureAwait(false);
            await NoteAsync(document, inbox, cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            if (await store.Receipts.FailedAsync(KeepWatch.Function, document.Name, problem.Message, cancel).ConfigureAwait(false) == IReceipts.MaxAttempts)
            {
                await ShowAsync(document, cancel).ConfigureAwait(false);
            }

            return problem.Message;
        }
    }

    private async Task NoteAsync(WaitingDocument document, InboxLook inbox, CancellationToken cancel)
    {
        if (document.Mail is { } mail && (await book.Mails.LoadAsync(mail, cancel).ConfigureAwait(false)).Matched)
        {
            document.For = WaitingFor.Reading;
            return;
        }

        // It has a name of its own, or its bytes have another hash than its name says: stored under the right one, it is through.
        await store.Receipts.MarkDoneAsync(KeepWatch.Function, document.Name, cancel).ConfigureAwait(false);
        inbox.PassedOn(document);
    }

    private Task ShowAsync(WaitingDocument document, CancellationToken cancel) => store.Queue.SendAsync(ReplyMessages.IngestPoisonQueue, document.Name, cancel);
}
