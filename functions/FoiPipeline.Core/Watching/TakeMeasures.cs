using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Core.Watching;

/// <summary>Measures queues and worklists. Each list is read once and not to its end if it is very long; only its first entry and letters in flight are looked into.</summary>
internal sealed class TakeMeasures(IStore store, TimeProvider clock, TimeProvider storeClock)
{
    /// <summary>A list in a storage account comes in pages that are paid for; beyond this it is long, and how long tells nobody more.</summary>
    private const int MostCounted = 2000;

    private static readonly string[] Queues =
    [
        ReplyMessages.ExtractQueue, ReplyMessages.ClassifyQueue,
        ReplyMessages.IngestPoisonQueue, ReplyMessages.ExtractPoisonQueue, QueueRules.PoisonOf(ReplyMessages.ClassifyQueue),
    ];

    public async Task<Measures> RunAsync(CancellationToken cancel)
    {
        var queues = new List<QueueMeasure>(Queues.Length);
        foreach (var queue in Queues)
        {
            queues.Add(await MeasureAsync(queue, cancel).ConfigureAwait(false));
        }

        var (triage, since) = await TriageAsync(cancel).ConfigureAwait(false);
        var given = queues.Where(q => q.Name is ReplyMessages.IngestPoisonQueue or ReplyMessages.ExtractPoisonQueue).ToList();
        var (sending, unconfirmed) = await InFlightAsync(cancel).ConfigureAwait(false);
        return new Measures
        {
            Queues = queues,
            Triage = triage + given.Sum(q => q.Length),
            OldestTriage = given.Select(q => q.OldestAge).Append(clock.GetUtcNow() - since).Max(),
            LettersWaiting = await store.Register.ListWorkAsync(JournalKinds.Outbox, null, cancel).Take(MostCounted).CountAsync(cancel).ConfigureAwait(false),
            LettersInFlight = sending,
            LettersUnconfirmed = unconfirmed,
        };
    }

    private async Task<QueueMeasure> MeasureAsync(string queue, CancellationToken cancel)
    {
        var length = await store.Queue.CountAsync(queue, cancel).ConfigureAwait(false);
        var oldest = length == 0 ? null : await store.Queue.OldestAsync(queue, cancel).ConfigureAwait(false);
        return new QueueMeasure(queue, length, storeClock.GetUtcNow() - oldest);
    }

    private async Task<(int Length, DateTimeOffset? Since)> TriageAsync(CancellationToken cancel)
    {
        var (length, since) = (0, (DateTimeOffset?)null);
        await foreach (var snapshot in store.Register.ListWorkAsync(JournalKinds.Triage, null, cancel).Take(MostCounted).ConfigureAwait(false))
        {
            since = length++ == 0 ? Since(snapshot) : since;
        }

        return (length, since);
    }

    // The list is in the order of waiting: its first entry has waited longest.
    private static DateTimeOffset? Since(StreamSnapshot snapshot) =>
        snapshot.Stream.Value.StartsWith(JournalKinds.Mail.Prefix, StringComparison.Ordinal)
            ? MailTriage.Of(JournalKinds.Mail.State(snapshot))?.Since
            : RequestTriage.Of(JournalKinds.Request.State(snapshot))?.Since;

    private async Task<(int Sending, int Unconfirmed)> InFlightAsync(CancellationToken cancel)
    {
        var (sending, unconfirmed) = (0, 0);
        await foreach (var snapshot in store.Register.ListWorkAsync(JournalKinds.InFlight, null, cancel).ConfigureAwait(false))
        {
            var letters = JournalKinds.Request.State(snapshot).Letters;
            sending += letters.Count(l => l.Delivery == Delivery.Sending);
            unconfirmed += letters.Count(l => l.Delivery == Delivery.Unconfirmed);
        }

        return (sending, unconfirmed);
    }
}
