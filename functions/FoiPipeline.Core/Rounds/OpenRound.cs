using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Rounds;

/// <summary>
/// Freezes a round: stores it, and the files it was made from, as they are, and opens a request for every authority with its first letter queued.
/// Run again with the same round it goes on where it was broken off and changes nothing; with another round it answers that one is open already.
/// </summary>
public sealed class OpenRound(IDocumentStore documents, IRegister register, TimeProvider clock)
{
    /// <summary>The document that is the round.</summary>
    public const string Document = "round/round.json";

    /// <param name="round">The round, without fault.</param>
    /// <param name="sources">The files it was made from, by name: kept beside it as evidence.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="progress">Called with the number of requests opened so far.</param>
    /// <param name="cancel">Stops between two requests; running it again goes on.</param>
    public async Task<OpenResult> RunAsync(
        Round round, IReadOnlyDictionary<string, byte[]> sources, Actor by, Action<int>? progress, CancellationToken cancel)
    {
        var put = await documents.PutIfAbsentAsync(Document, new MemoryStream(RoundFile.ToBytes(round)), cancel).ConfigureAwait(false);
        if (!put.Created && await LoadAsync(documents, cancel).ConfigureAwait(false) is { } frozen && !RoundFile.ToBytes(frozen).AsSpan().SequenceEqual(RoundFile.ToBytes(round)))
        {
            return new OpenResult(0, 0, frozen);
        }

        foreach (var (name, bytes) in sources)
        {
            await documents.PutIfAbsentAsync($"round/source/{name}", new MemoryStream(bytes), cancel).ConfigureAwait(false);
        }

        var book = new RoundBook(round, register);
        var opened = 0;
        var done = 0;
        foreach (var place in SendingOrder.Of(round.Authorities))
        {
            opened += await OpenRequestAsync(book, place.Authority, place.Number, by, cancel).ConfigureAwait(false) ? 1 : 0;
            done++;
            progress?.Invoke(done);
        }

        return new OpenResult(opened, done, null);
    }

    /// <summary>The round that is open in this store, or nothing.</summary>
    public static async Task<Round?> LoadAsync(IDocumentStore documents, CancellationToken cancel)
    {
        var bytes = await documents.ReadAllAsync(Document, cancel).ConfigureAwait(false);
        return bytes is null ? null : RoundFile.FromBytes(bytes);
    }

    private async Task<bool> OpenRequestAsync(RoundBook book, Authority authority, int order, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var letter = new LetterId(book.Round.ReferencePrefix, authority.Id, LetterKind.Initial, 1);
        var (appended, _) = await book.Requests.DecideAsync(
            authority.Id.Value,
            state => state.Exists
                ? []
                :
                [
                    new RequestOpened(authority.Id, book.Reference(authority.Id).ToString()) { At = now, By = by },
                    new LetterQueued(letter, now, order, BodyDocument: null) { At = now, By = by },
                ],
            cancel).ConfigureAwait(false);
        return appended;
    }
}

/// <param name="Opened">Requests opened by this run.</param>
/// <param name="Asked">Requests of the round.</param>
/// <param name="Other">The round that is open here already, where it is another one.</param>
public sealed record OpenResult(int Opened, int Asked, Round? Other);
