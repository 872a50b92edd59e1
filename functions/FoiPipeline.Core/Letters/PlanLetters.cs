using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>What would go where, in the order of going. Sends and stores nothing.</summary>
public sealed class PlanLetters(RoundBook book, TimeProvider clock)
{
    public async Task<PlannedLetters> RunAsync(CancellationToken cancel)
    {
        var composer = new LetterComposer(book.Round);
        var letters = new List<PlannedLetter>();
        await foreach (var request in book.Requests.ListWorkAsync(JournalKinds.Outbox, null, cancel).ConfigureAwait(false))
        {
            foreach (var letter in request.Letters.Where(l => l.IsWaiting))
            {
                var to = letter.To.Length > 0 ? letter.To : book.AddressOf(request);
                var mail = composer.Compose(book.Authority(request.Authority)!, to, letter.Id, letter.NotBefore, body: letter.BodyDocument is null ? null : "-");
                letters.Add(new PlannedLetter(letter.Id.ToString(), to, mail.ReplyTo, mail.Subject, letter.NotBefore));
            }
        }

        var window = SendingWindow.Of(book.Round);
        var now = clock.GetUtcNow();
        return new PlannedLetters(letters, window.IsOpen(now), window.NextOpening(now));
    }
}

public sealed record PlannedLetter(string Letter, string To, string ReplyTo, string Subject, DateTimeOffset NotBefore);

/// <param name="Letters">In the order of going.</param>
/// <param name="WindowOpen">Whether letters may leave now.</param>
/// <param name="WindowOpens">When they may next; nothing if never again.</param>
public sealed record PlannedLetters(IReadOnlyList<PlannedLetter> Letters, bool WindowOpen, DateTimeOffset? WindowOpens);
