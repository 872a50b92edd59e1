using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.UseCases;

internal sealed class CrashingRegister(IRegister inner, Crash crash) : IRegister
{
    public Task<AppendOutcome> AppendAsync(
        StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel) =>
        crash.CallAsync(() => inner.AppendAsync(stream, expectedVersion, events, summary, cancel));

    public Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel) => crash.CallAsync(() => inner.LoadAsync(stream, cancel));

    public IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel) =>
        crash.StreamAsync(inner.ReadEventsAsync(stream, cancel), cancel);

    public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel) => crash.StreamAsync(inner.ListAsync(prefix, cancel), cancel);

    public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel) =>
        crash.StreamAsync(inner.ListWorkAsync(list, upTo, cancel), cancel);

    public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel) =>
        crash.CallAsync(() => inner.ReplaceSummaryAsync(stream, version, summary, cancel));
}

internal sealed class CrashingDocuments(IDocumentStore inner, Crash crash) : IDocumentStore
{
    public Task<DocumentPut> PutIfAbsentAsync(string name, Stream content, CancellationToken cancel) =>
        crash.CallAsync(() => inner.PutIfAbsentAsync(name, content, cancel));

    public Task<Stream?> OpenAsync(string name, CancellationToken cancel) => crash.CallAsync(() => inner.OpenAsync(name, cancel));

    public IAsyncEnumerable<DocumentInfo> ListAsync(string prefix, CancellationToken cancel) => crash.StreamAsync(inner.ListAsync(prefix, cancel), cancel);
}

internal sealed class CrashingQueue(IWorkQueue inner, Crash crash) : IWorkQueue
{
    public Task SendAsync(string queue, string message, CancellationToken cancel) => crash.CallAsync(() => inner.SendAsync(queue, message, cancel));

    public Task<WorkItem?> ReceiveAsync(string queue, TimeSpan visibility, int maxDequeueCount, CancellationToken cancel) =>
        crash.CallAsync(() => inner.ReceiveAsync(queue, visibility, maxDequeueCount, cancel));

    public Task<bool> CompleteAsync(WorkItem item, CancellationToken cancel) => crash.CallAsync(() => inner.CompleteAsync(item, cancel));

    public Task AbandonAsync(WorkItem item, TimeSpan delay, CancellationToken cancel) => crash.CallAsync(() => inner.AbandonAsync(item, delay, cancel));

    public Task<int> CountAsync(string queue, CancellationToken cancel) => crash.CallAsync(() => inner.CountAsync(queue, cancel));

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancel) => crash.CallAsync(() => inner.PeekAsync(queue, max, cancel));

    public Task<DateTimeOffset?> OldestAsync(string queue, CancellationToken cancel) => crash.CallAsync(() => inner.OldestAsync(queue, cancel));
}

internal sealed class CrashingReceipts(IReceipts inner, Crash crash) : IReceipts
{
    public Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel) => crash.CallAsync(() => inner.IsDoneAsync(function, name, cancel));

    public Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel) => crash.CallAsync(() => inner.IsParkedAsync(function, name, cancel));

    public Task MarkDoneAsync(string function, string name, CancellationToken cancel) => crash.CallAsync(() => inner.MarkDoneAsync(function, name, cancel));

    public Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel) =>
        crash.CallAsync(() => inner.FailedAsync(function, name, problem, cancel));

    public Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel) => crash.CallAsync(() => inner.ListParkedAsync(function, cancel));

    public Task<bool> RetryAsync(string function, string name, CancellationToken cancel) => crash.CallAsync(() => inner.RetryAsync(function, name, cancel));
}

internal sealed class CrashingMailbox(IMailbox inner, Crash crash) : IMailbox
{
    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel) => crash.CallAsync(() => inner.SendAsync(mail, cancel));

    public IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, CancellationToken cancel) => crash.StreamAsync(inner.CollectAsync(cursor, cancel), cancel);

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel) => crash.CallAsync(() => inner.FindSentAsync(messageId, cancel));
}
