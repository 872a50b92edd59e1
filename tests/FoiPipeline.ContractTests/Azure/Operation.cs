using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Something that can be asked of a store.</summary>
/// <param name="Service">Which service it needs.</param>
/// <param name="Undone">What is said when it fails.</param>
/// <param name="RunAsync">Asks for it.</param>
internal sealed record Operation(StorageService Service, string Undone, Func<StorageAccount, CancellationToken, Task> RunAsync)
{
    private static readonly StreamId Stream = new("request/02N");

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        new(StorageService.Table, "the journal was not written", (s, c) => s.Register.AppendAsync(Stream, 0, [new StoredEvent("opened", "{}")], new StoredSummary("one", []), c)),
        new(StorageService.Table, "the journal was not read", (s, c) => s.Register.ReplaceSummaryAsync(Stream, 1, new StoredSummary("one", []), c)),
        new(StorageService.Table, "the journal was not read", (s, c) => s.Register.LoadAsync(Stream, c)),
        new(StorageService.Table, "the journal was not read", (s, c) => s.Register.ReadEventsAsync(Stream, c).ToListAsync(c).AsTask()),
        new(StorageService.Table, "the journal was not read", (s, c) => s.Register.ListAsync("", c).ToListAsync(c).AsTask()),
        new(StorageService.Table, "the journal was not read", (s, c) => s.Register.ListWorkAsync("outbox", null, c).ToListAsync(c).AsTask()),
        new(StorageService.Table, "the receipts were not read", (s, c) => s.Receipts.IsDoneAsync("IngestMail", "inbox/1.eml", c)),
        new(StorageService.Table, "the receipts were not read", (s, c) => s.Receipts.IsParkedAsync("IngestMail", "inbox/1.eml", c)),
        new(StorageService.Table, "the receipts were not read", (s, c) => s.Receipts.ListParkedAsync("IngestMail", c)),
        new(StorageService.Table, "the receipt was not written", (s, c) => s.Receipts.MarkDoneAsync("IngestMail", "inbox/1.eml", c)),
        new(StorageService.Table, "the receipt was not written", (s, c) => s.Receipts.FailedAsync("IngestMail", "inbox/1.eml", "problem", c)),
        new(StorageService.Table, "the receipt was not written", (s, c) => s.Receipts.RetryAsync("IngestMail", "inbox/1.eml", c)),
        new(StorageService.Blob, "the document inbox/1.eml was not stored", (s, c) => s.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1]), c)),
        new(StorageService.Blob, "the document inbox/2.eml was not stored", (s, c) => s.Documents.PutIfAbsentAsync("inbox/2.eml", new MemoryStream(new byte[5_000_000]), c)),
        new(StorageService.Blob, "the document inbox/1.eml was not read", (s, c) => s.Documents.OpenAsync("inbox/1.eml", c)),
        new(StorageService.Blob, "the documents of inbox/ were not listed", (s, c) => s.Documents.ListAsync("inbox/", c).ToListAsync(c).AsTask()),
        new(StorageService.Queue, "no message was sent to the queue 'extract'", (s, c) => s.Queue.SendAsync("extract", "m", c)),
        new(StorageService.Queue, "no message was received from the queue 'extract'", (s, c) => s.Queue.ReceiveAsync("extract", TimeSpan.FromMinutes(1), 5, c)),
        new(StorageService.Queue, "no message was removed from the queue 'extract'", (s, c) => s.Queue.CompleteAsync(new WorkItem("extract", "id", "AgAAAA==", "m", 1), c)),
        new(StorageService.Queue, "no message was given back to the queue 'extract'", (s, c) => s.Queue.AbandonAsync(new WorkItem("extract", "id", "AgAAAA==", "m", 1), TimeSpan.Zero, c)),
        new(StorageService.Queue, "no messages were counted in the queue 'extract'", (s, c) => s.Queue.CountAsync("extract", c)),
        new(StorageService.Queue, "no messages were looked up in the queue 'extract'", (s, c) => s.Queue.PeekAsync("extract", 10, c)),
        new(StorageService.Queue, "no messages were looked up in the queue 'extract'", (s, c) => s.Queue.OldestAsync("extract", c)),
    ];
}
