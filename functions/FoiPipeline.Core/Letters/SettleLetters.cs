using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Settles letters of which it is not known whether they left, by asking the mailbox for their Message-ID. Found: sent. Surely absent: put back
/// in the queue. Otherwise the letter is unconfirmed and stays so until a person says what happened.
/// </summary>
public sealed class SettleLetters(RoundBook book, IMailbox mailbox, TimeProvider clock)
{
    /// <summary>Longer than any sending takes, so that a letter another process is sending right now is left alone.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    private static readonly Actor Rule = Actor.Rule("settle-letters");

    /// <returns>How many letters were settled.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var settled = 0;
        var inFlight = new List<RequestState>();
        await foreach (var request in book.Requests.ListWorkAsync(JournalKinds.InFlight, RequestState.SortKey(now - After), cancel).ConfigureAwait(false))
        {
            inFlight.Add(request);
        }

        foreach (var request in inFlight)
        {
            foreach (var letter in request.Letters.Where(l => l.IsInFlight && l.SendingAt <= now - After))
            {
                settled += await TracedStep.OfLetterAsync("settle letter", letter.Id, () => SettleAsync(request, letter, now, cancel)).ConfigureAwait(false) ? 1 : 0;
            }
        }

        return settled;
    }

    private async Task<bool> SettleAsync(RequestState request, LetterState letter, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await mailbox.FindSentAsync(letter.MessageId, cancel).ConfigureAwait(false);
        RequestEvent? happening = found.Stage switch
        {
            FindSentStage.Found => new LetterSent(letter.Id, found.AcceptedAt ?? letter.SendingAt ?? now, found.Words) { At = now, By = Rule },
            FindSentStage.Absent => new LetterDeferred(letter.Id, letter.Attempt, now, found.Words) { At = now, By = Rule },
            _ when letter.Delivery == Delivery.Sending => new LetterUnconfirmed(letter.Id, letter.Attempt, found.Words) { At = now, By = Rule },
            _ => null,
        };
        if (happening is null)
        {
            return false;
        }

        var (appended, state) = await book.Requests.DecideAsync(
            request.Authority.Value,
            current => current.Letter(letter.Id) is { IsInFlight: true } flying && flying.Attempt == letter.Attempt && flying.Delivery == letter.Delivery
                ? [happening]
                : [],
            cancel).ConfigureAwait(false);
        if (appended && state.Letter(letter.Id) is { } settled)
        {
            FoiMetrics.LetterEnded(letter.Id.Kind, settled.Delivery);
        }

        return appended && state.Letter(letter.Id) is { IsInFlight: false };
    }
}
