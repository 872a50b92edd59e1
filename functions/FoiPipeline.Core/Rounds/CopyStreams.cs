using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Rounds;

/// <summary>Copies journals, event by event as they stand, with the summaries they amount to; and compares them afterwards.</summary>
internal sealed class CopyStreams(IStore from, IStore to, string referencePrefix)
{
    public int NewEvents { get; private set; }

    public int Messages { get; private set; }

    /// <summary>
    /// Brings a stream of the other store to what it is here. Work that a message stands for (a mail to be read, a response to be classified) is put into the
    /// other store's queue before the event that says so, as everywhere: broken off between the two, it is sent once more, never lost.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">Only so many of its first events; nothing for all.</param>
    /// <param name="cancel">Stops between two appends.</param>
    /// <exception cref="CopyException">The other store has events that are not here.</exception>
    public async Task CopyAsync(StreamId stream, int? most, CancellationToken cancel)
    {
        var ours = await EventsAsync(from, stream, cancel).ConfigureAwait(false);
        ours = most is { } few ? ours[..Math.Min(few, ours.Count)] : ours;
        var theirs = await EventsAsync(to, stream, cancel).ConfigureAwait(false);
        RequirePrefix(stream, ours, theirs, whole: most is null);
        if (theirs.Count >= ours.Count)
        {
            return;
        }

        var kind = KindOf(stream);
        await SendMessagesAsync(stream, ours, theirs.Count, cancel).ConfigureAwait(false);
        for (var done = theirs.Count; done < ours.Count;)
        {
            var batch = ours.GetRange(done, Math.Min(RegisterRules.MaxEvents, ours.Count - done));
            var summary = kind.Fold(ours.Take(done + batch.Count));
            if (await to.Register.AppendAsync(stream, done, batch, summary, cancel).ConfigureAwait(false) == AppendOutcome.Conflict)
            {
                throw new CopyException($"Somebody is writing to '{stream}' in {to.Place} at this moment. Stop whatever works there (a second copy, 'foi run', the function app) and run the same command again.");
            }

            done += batch.Count;
            NewEvents += batch.Count;
        }
    }

    /// <summary>Whether a stream is the same in both stores. Answers its number of events, or nothing where one has more.</summary>
    public async Task<int?> CompareAsync(StreamId stream, CancellationToken cancel)
    {
        var ours = await EventsAsync(from, stream, cancel).ConfigureAwait(false);
        var theirs = await EventsAsync(to, stream, cancel).ConfigureAwait(false);
        RequirePrefix(stream, ours, theirs, whole: true);
        if (ours.Count != theirs.Count)
        {
            return null;
        }

        var folded = KindOf(stream).Fold(ours).Json;
        foreach (var store in new[] { from, to })
        {
            if ((await store.Register.LoadAsync(stream, cancel).ConfigureAwait(false)).SummaryJson != folded)
            {
                throw new CopyException($"The summary of '{stream}' in {store.Place} is not what its events amount to. Run 'foi rebuild' there, then the same command again.");
            }
        }

        return ours.Count;
    }

    private static async Task<List<StoredEvent>> EventsAsync(IStore store, StreamId stream, CancellationToken cancel)
    {
        var events = new List<StoredEvent>();
        await foreach (var stored in store.Register.ReadEventsAsync(stream, cancel).ConfigureAwait(false))
        {
            events.Add(stored);
        }

        return events;
    }

    private void RequirePrefix(StreamId stream, List<StoredEvent> ours, List<StoredEvent> theirs, bool whole)
    {
        var common = Math.Min(ours.Count, theirs.Count);
        if (!ours.Take(common).SequenceEqual(theirs.Take(common)) || (whole && theirs.Count > ours.Count))
        {
            throw new CopyException($"'{stream}' in {to.Place} has events that {from.Place} has not: the round was carried on there. Nothing was overwritten; copy in the other direction, or choose an empty place.");
        }
    }

    private static IJournalKind KindOf(StreamId stream) =>
        JournalKinds.All.FirstOrDefault(k => stream.Value.StartsWith(k.Prefix, StringComparison.Ordinal))
        ?? throw new CopyException($"The stream '{stream}' is of a kind this version of foi does not know. Use the version that wrote it.");

    private async Task SendMessagesAsync(StreamId stream, List<StoredEvent> events, int known, CancellationToken cancel)
    {
        if (stream.Value.StartsWith(JournalKinds.Mail.Prefix, StringComparison.Ordinal))
        {
            var mail = events.Select(JournalKinds.Mail.Event).Aggregate(MailState.Empty, MailState.Apply);
            if (mail is { Matched: true, Reading: null })
            {
                await SendAsync(ReplyMessages.ExtractQueue, ReplyMessages.Write(new ExtractMessage(mail.Mail)), cancel).ConfigureAwait(false);
            }
        }
        else if (stream.Value.StartsWith(JournalKinds.Request.Prefix, StringComparison.Ordinal))
        {
            foreach (var queued in events.Skip(known).Select(JournalKinds.Request.Event).OfType<ResponseQueued>())
            {
                var request = new Reference(referencePrefix, AuthorityIn(stream));
                await SendAsync(ReplyMessages.ClassifyQueue, ReplyMessages.Write(new ClassifyMessage(request.ToString(), queued.Mail)), cancel).ConfigureAwait(false);
            }
        }
    }

    private static AuthorityId AuthorityIn(StreamId stream) =>
        AuthorityId.TryParse(stream.Value[JournalKinds.Request.Prefix.Length..], out var id) ? id : throw new CopyException($"'{stream}' names no authority.");

    private async Task SendAsync(string queue, string message, CancellationToken cancel)
    {
        await to.Queue.SendAsync(queue, message, cancel).ConfigureAwait(false);
        Messages++;
    }
}
