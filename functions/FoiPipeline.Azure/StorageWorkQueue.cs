using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// Queues of the storage account, shared with the Functions host's queue triggers. Whoever receives here does what the host does otherwise: moves
/// poison. Messages never run out. A message whose text is not what the host expects goes to poison as it is; in a poison queue it is given out so.
/// Time-outs are whole seconds, and times are the service's.
/// </summary>
public sealed class StorageWorkQueue : IWorkQueue
{
    /// <summary>The most the service shows or gives at once.</summary>
    private const int MostAtOnce = 32;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueServiceClient _account;
    private readonly string _place;
    private readonly bool _mayCreate;

    internal StorageWorkQueue(QueueServiceClient account, string place, bool mayCreate) => (_account, _place, _mayCreate) = (account, place, mayCreate);

    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, CancellationToken cancel)
    {
        QueueRules.Require(queue, message);
        return CallAsync(queue, "no message was sent to", q => q.SendMessageAsync(QueueText.Encode(message), timeToLive: Forever, cancellationToken: cancel), cancel);
    }

    /// <inheritdoc/>
    public async Task<WorkItem?> ReceiveAsync(string queue, TimeSpan visibility, int maxDequeueCount, CancellationToken cancel)
    {
        while (await FrontAsync(queue, visibility, cancel) is { } front)
        {
            var readable = QueueText.TryDecode(front.MessageText, out var text);
            var item = new WorkItem(queue, front.MessageId, front.PopReceipt, text, (int)front.DequeueCount);
            if (item.DequeueCount <= maxDequeueCount && (readable || StorageLayout.IsPoison(queue)))
            {
                return item;
            }

            // A crash between the two leaves the message in both queues: seen twice is better than never.
            await SendAsync(QueueRules.PoisonOf(queue), QueueText.Cut(text), cancel);
            await CompleteAsync(item, cancel);
        }

        return null;
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(WorkItem item, CancellationToken cancel) =>
        CallAsync(item.Queue, "no message was removed from", q => IfStillOursAsync(() => q.DeleteMessageAsync(item.Id, item.Receipt, cancel)), cancel);

    /// <inheritdoc/>
    public Task AbandonAsync(WorkItem item, TimeSpan delay, CancellationToken cancel) =>
        CallAsync(
            item.Queue,
            "no message was given back to",
            q => IfStillOursAsync(() => q.UpdateMessageAsync(item.Id, item.Receipt, visibilityTimeout: WholeSeconds(delay), cancellationToken: cancel)),
            cancel);

    /// <summary>The service's own estimate: it is never below the true number for long, and may lag behind a moment.</summary>
    public Task<int> CountAsync(string queue, CancellationToken cancel) =>
        CallAsync(queue, "no messages were counted in", async q => (await q.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancel) =>
        max <= 0 ? [] : [.. (await LookAsync(queue, max, cancel)).Select(m => QueueText.TryDecode(m.MessageText, out var text) ? text : m.MessageText)];

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> OldestAsync(string queue, CancellationToken cancel) =>
        (await LookAsync(queue, MostAtOnce, cancel)).Min(m => m.InsertedOn);

    private Task<QueueMessage?> FrontAsync(string queue, TimeSpan visibility, CancellationToken cancel) =>
        CallAsync(
            queue,
            "no message was received from",
            async q => (await q.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(Math.Max(1, WholeSeconds(visibility).TotalSeconds)), cancel)).Value is [var front, ..] ? front : null,
            cancel);

    private Task<PeekedMessage[]> LookAsync(string queue, int max, CancellationToken cancel) =>
        CallAsync(queue, "no messages were looked up in", async q => (await q.PeekMessagesAsync(Math.Min(max, MostAtOnce), cancel)).Value, cancel);

    private static async Task<bool> IfStillOursAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == QueueErrorCode.MessageNotFound || fault.ErrorCode == QueueErrorCode.PopReceiptMismatch)
        {
            return false;
        }
    }

    private Task<T> CallAsync<T>(string queue, string undone, Func<QueueClient, Task<T>> call, CancellationToken cancel) =>
        StorageFaults.GuardAsync(
            StorageService.Queue, _place, $"{undone} the queue '{queue}'", () => InQueueAsync(_account.GetQueueClient(queue), call, cancel), cancel);

    private async Task<T> InQueueAsync<T>(QueueClient queue, Func<QueueClient, Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return await call(queue);
        }
        catch (RequestFailedException fault) when (_mayCreate && fault.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync(cancellationToken: cancel);
            return await call(queue);
        }
    }

    private static TimeSpan WholeSeconds(TimeSpan span) => TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds));
}
