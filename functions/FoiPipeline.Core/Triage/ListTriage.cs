using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>Everything that waits for a person: letters and mails by their worklist, and what the pipeline gave up on. Most urgent type first, then longest waiting.</summary>
public sealed class ListTriage(RoundBook book, IWorkQueue queue)
{
    private const int MostPoison = 32;

    public async Task<IReadOnlyList<TriageItem>> RunAsync(CancellationToken cancel)
    {
        var items = new List<TriageItem>();
        await foreach (var request in book.Requests.ListWorkAsync(JournalKinds.Triage, null, cancel).ConfigureAwait(false))
        {
            if (RequestTriage.Of(request) is { } item)
            {
                items.Add(item);
            }
        }

        await foreach (var mail in book.Mails.ListWorkAsync(JournalKinds.Triage, null, cancel).ConfigureAwait(false))
        {
            if (MailTriage.Of(mail) is { } item)
            {
                items.Add(item);
            }
        }

        foreach (var poison in new[] { ReplyMessages.IngestPoisonQueue, ReplyMessages.ExtractPoisonQueue })
        {
            foreach (var message in await queue.PeekAsync(poison, MostPoison, cancel).ConfigureAwait(false))
            {
                items.Add(new TriageItem(
                    TriageType.Poison, message, IsMail: false, DateTimeOffset.MinValue, $"{poison}: {message}",
                    "A step failed on this again and again; its bytes are safe in the store. The log names the error; after mending it, 'foi retry' tries again.",
                    ["foi retry"]));
            }
        }

        return [.. items.OrderBy(i => i.Type).ThenBy(i => i.Since)];
    }
}
