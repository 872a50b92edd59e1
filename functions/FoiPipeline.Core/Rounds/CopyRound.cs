using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Core.Rounds;

/// <summary>
/// Copies a round from one store to another, and moves its home there unless it is only to be backed up. Events and documents go as they are; nothing is
/// overwritten; at the end everything is compared. Broken off at any moment, the same command goes on, and the round is carried on in
/// one place at most: the old one until the copy begins, the new one when it is complete.
/// </summary>
/// <param name="from">Where it is.</param>
/// <param name="to">Where it is to go.</param>
/// <param name="clock">Dates the move.</param>
/// <param name="patience">How long work that was in hand when a move was noted may go on: longer than <see cref="RoundHome.GoodFor"/>.</param>
public sealed class CopyRound(IStore from, IStore to, TimeProvider clock, TimeSpan patience)
{
    private static readonly StreamId HomeStream = JournalKinds.Mark.Stream(RoundHome.Mark);

    /// <param name="backup">True: the copy is for safe keeping, and the round stays at home where it is.</param>
    /// <param name="by">Who copies.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops between two steps; running it again goes on.</param>
    /// <exception cref="CopyException">There is no round, its home is elsewhere, or the other store holds something else.</exception>
    public async Task<CopyReport> RunAsync(bool backup, Actor by, Action<CopyProgress>? progress, CancellationToken cancel)
    {
        var round = await RequireRoundAsync(cancel).ConfigureAwait(false);
        var streams = new CopyStreams(from, to, round.ReferencePrefix);
        var documents = new CopyDocuments(from, to);

        await FenceAsync(streams, backup, by, progress, cancel).ConfigureAwait(false);
        await CopyStreamsAsync(streams, progress, cancel).ConfigureAwait(false);

        // Once more until a whole pass finds nothing new: a mail that came while this ran has its bytes, its journal, and the cursor that says so.
        (int Count, long Bytes) copied;
        (int Streams, int Events) compared;
        int before;
        do
        {
            before = documents.New + streams.NewEvents;
            copied = await documents.RunAsync(_ => true, n => progress?.Invoke(new CopyProgress("documents", n)), cancel).ConfigureAwait(false);
            compared = await CompareAsync(streams, progress, cancel).ConfigureAwait(false);
        }
        while (!backup && documents.New + streams.NewEvents > before);

        // Last of all the other store learns that it is home.
        await streams.CopyAsync(HomeStream, null, cancel).ConfigureAwait(false);
        return new CopyReport(from.Place, to.Place, !backup, copied.Count, copied.Bytes, compared.Streams + 1, compared.Events, documents.New, streams.NewEvents, streams.Messages);
    }

    private async Task<Round> RequireRoundAsync(CancellationToken cancel)
    {
        if (from.Id == to.Id)
        {
            throw new CopyException($"{from.Place} and {to.Place} are the same store: there is nothing to copy.");
        }

        var ours = await OpenRound.LoadAsync(from.Documents, cancel).ConfigureAwait(false)
            ?? throw new CopyException($"There is no round in {from.Place}, so there is nothing to copy.");
        return await OpenRound.LoadAsync(to.Documents, cancel).ConfigureAwait(false) is { } theirs
            && !RoundFile.ToBytes(theirs).AsSpan().SequenceEqual(RoundFile.ToBytes(ours))
            ? throw new CopyException($"{to.Place} holds another round ('{theirs.Name}'). A store holds one round; choose an empty one.")
            : ours;
    }

    /// <summary>
    /// First the other store is told that it is not home, so that nothing works there while it fills; then, for a move, this one is told that it is no
    /// longer: what sends letters here asks after it has noted that it will send, so a letter is either noted before it is copied, or not sent here.
    /// </summary>
    private async Task FenceAsync(CopyStreams streams, bool backup, Actor by, Action<CopyProgress>? progress, CancellationToken cancel)
    {
        var home = new RoundHome(from.Register, from.Id, clock);
        var marks = new Journal<MarkState, MarkEvent>(from.Register, JournalKinds.Mark);
        var mark = await marks.LoadAsync(RoundHome.Mark, cancel).ConfigureAwait(false);
        if (mark.Home is { } at && at != from.Id && (backup || at != to.Id))
        {
            throw new CopyException($"The round in {from.Place} is a copy: it is carried on in {mark.HomePlace}. Copy from there; or, if that place is lost for good, say 'foi home --here' first.");
        }

        if (mark.Home is null)
        {
            await home.MoveAsync(from.Id, from.Place, "it was opened here", by, cancel).ConfigureAwait(false);
            mark = await marks.LoadAsync(RoundHome.Mark, cancel).ConfigureAwait(false);
        }

        // All moves but a last one to the other store itself.
        await streams.CopyAsync(HomeStream, mark.Home == to.Id ? mark.Moves - 1 : mark.Moves, cancel).ConfigureAwait(false);
        if (backup)
        {
            return;
        }

        await RequireNoneInFlightAsync(cancel).ConfigureAwait(false);
        if (await home.MoveAsync(to.Id, to.Place, $"copied from {from.Place}", by, cancel).ConfigureAwait(false))
        {
            progress?.Invoke(new CopyProgress("seconds to wait until work in hand has ended", (int)patience.TotalSeconds));
            await Task.Delay(patience, clock, cancel).ConfigureAwait(false);
        }

        try
        {
            await RequireNoneInFlightAsync(cancel).ConfigureAwait(false);
        }
        catch (CopyException)
        {
            await home.MoveAsync(from.Id, from.Place, "a letter was on its way", by, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What became of a letter that is on its way only the mailbox it went to can tell: the other place may have another, and would send it again.</summary>
    private async Task RequireNoneInFlightAsync(CancellationToken cancel)
    {
        await foreach (var request in from.Register.ListWorkAsync(JournalKinds.InFlight, null, cancel).ConfigureAwait(false))
        {
            throw new CopyException(
                $"A letter of '{request.Stream}' is on its way, and only {from.Place} can find out what became of it. Let 'foi run' settle it (ten minutes), or say it with 'foi settle', and copy then.");
        }
    }

    private async Task CopyStreamsAsync(CopyStreams streams, Action<CopyProgress>? progress, CancellationToken cancel)
    {
        var done = 0;
        await foreach (var snapshot in from.Register.ListAsync("", cancel).ConfigureAwait(false))
        {
            if (snapshot.Stream != HomeStream)
            {
                await streams.CopyAsync(snapshot.Stream, null, cancel).ConfigureAwait(false);
            }

            progress?.Invoke(new CopyProgress("journals", ++done));
        }
    }

    /// <summary>Compares everything; what was still being worked on here when the copy began is copied once more.</summary>
    private async Task<(int Streams, int Events)> CompareAsync(CopyStreams streams, Action<CopyProgress>? progress, CancellationToken cancel)
    {
        var (count, events) = (0, 0);
        await foreach (var snapshot in from.Register.ListAsync("", cancel).ConfigureAwait(false))
        {
            if (snapshot.Stream == HomeStream)
            {
                continue;
            }

            int? same;
            while ((same = await streams.CompareAsync(snapshot.Stream, cancel).ConfigureAwait(false)) is null)
            {
                await streams.CopyAsync(snapshot.Stream, null, cancel).ConfigureAwait(false);
            }

            events += same.Value;
            progress?.Invoke(new CopyProgress("journals compared", ++count));
        }

        return (count, events);
    }
}
