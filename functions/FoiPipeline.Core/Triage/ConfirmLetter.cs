using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>A person says whether a letter of unknown fate went out. If it did not, it goes back into the queue.</summary>
public sealed class ConfirmLetter(RoundBook book, TimeProvider clock)
{
    public async Task RunAsync(LetterId letter, bool sent, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await book.Requests.DecideAsync(
            letter.Authority.Value,
            state => state.Letter(letter) switch
            {
                null => throw new TriageException($"There is no letter '{letter}' in this round. 'foi triage' shows the letters that wait."),
                { Delivery: Delivery.Unconfirmed } flying => sent
                    ? [new LetterSent(letter, flying.SendingAt ?? now, $"{by.Name} found that it was sent") { At = now, By = by }]
                    : [new LetterDeferred(letter, flying.Attempt, now, $"{by.Name} found that it was not sent") { At = now, By = by }],
                { } other => throw new TriageException($"The letter '{letter}' is {other.Delivery.ToString().ToLowerInvariant()}, not unconfirmed: there is nothing to settle."),
            },
            cancel).ConfigureAwait(false);
    }
}
