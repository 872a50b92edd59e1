namespace FoiPipeline.Core.Ports;

/// <summary>
/// Queues with at-least-once delivery. Messages carry ids, never content, and are at most 48 kB of text. A failure of the store throws <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IWorkQueue
{
    Task SendAsync(string queue, string message, CancellationToken cancel);

    /// <summary>
    /// The oldest visible message, hidden from others for <paramref name="visibility"/>, or nothing. A message received more than
    /// <paramref name="maxDequeueCount"/> times is moved to <c>{queue}-poison</c> instead of being given out.
    /// </summary>
    Task<WorkItem?> ReceiveAsync(string queue, TimeSpan visibility, int maxDequeueCount, CancellationToken cancel);

    /// <summary>Removes a message that was received. Answers false if its visibility ran out and somebody else has it, or it is gone.</summary>
    Task<bool> CompleteAsync(WorkItem item, CancellationToken cancel);

    /// <summary>Makes a received message visible again after <paramref name="delay"/>, because its work failed.</summary>
    Task AbandonAsync(WorkItem item, TimeSpan delay, CancellationToken cancel);

    /// <summary>Number of messages in a queue, visible or not. Some stores estimate it.</summary>
    Task<int> CountAsync(string queue, CancellationToken cancel);

    /// <summary>
    /// Up to <paramref name="max"/> messages from the front of a queue, without taking them. Some stores show at most 32, and none that is hidden.
    /// </summary>
    Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancel);

    /// <summary>
    /// When the oldest of the visible messages was put into this queue, nothing if there is none. Some stores look at the 32 in front only.
    /// </summary>
    Task<DateTimeOffset?> OldestAsync(string queue, CancellationToken cancel);
}

/// <param name="Queue">The queue it came from.</param>
/// <param name="Id">The message's own id, the same at every delivery.</param>
/// <param name="Receipt">Proof of this delivery; stale once the visibility time-out has passed and another receiver has it.</param>
/// <param name="Message">The text as sent.</param>
/// <param name="DequeueCount">How often it has been received, this time included.</param>
public sealed record WorkItem(string Queue, string Id, string Receipt, string Message, int DequeueCount);
