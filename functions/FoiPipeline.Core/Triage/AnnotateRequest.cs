using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>What a person adds to a request: a note, a hold (no letter goes out), a release, a withdrawal.</summary>
public sealed class AnnotateRequest(RoundBook book, TimeProvider clock)
{
    public async Task RunAsync(AuthorityId authority, Annotation annotation, string text, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await book.Requests.DecideAsync(
            authority.Value,
            state => !state.Exists
                ? throw new TriageException($"'{authority}' has no request in this round.")
                : annotation switch
                {
                    Annotation.Note => [new NoteAdded(text) { At = now, By = by }],
                    Annotation.Hold when state.Held is null => [new Held(text) { At = now, By = by }],
                    Annotation.Release when state.Held is not null => [new Released(text) { At = now, By = by }],
                    Annotation.Withdraw when state.Withdrawn is null => [new Withdrawn(text) { At = now, By = by }],
                    _ => [],
                },
            cancel).ConfigureAwait(false);
    }
}

public enum Annotation
{
    Note,
    Hold,
    Release,
    Withdraw,
}
