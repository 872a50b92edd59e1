using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Fakes;

/// <summary>Queues that forget. They pass the same contract as the real ones.</summary>
public sealed class InMemoryWorkQueue(TimeProvider clock) : IWorkQueue
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private long _last;

    public Task SendAsync(string queue, string message, CancellationToken cancel)
    {
        QueueRules.Require(queue, message);
        lock (_lock)
        {
            _entries.Add(new Entry(++_last, message) { Queue = queue, Visible = clock.GetUtcNow(), Sent = clock.GetUtcNow() });
            return Task.CompletedTask;
        }
    }

    public Task<WorkItem?> ReceiveAsync(string queue, TimeSpan visibility, int maxDequeueCount, CancellationToken cancel)
    {
        lock (_lock)
        {
            while (InOrder(queue).FirstOrDefault(e => e.Visible <= clock.GetUtcNow()) is { } entry)
            {
                if (entry.Dequeued < maxDequeueCount)
                {
                    entry.Dequeued++;
                    entry.Visible = clock.GetUtcNow() + visibility;
                    entry.Receipt = Guid.NewGuid().ToString("N");
                    return Task.FromResult<WorkItem?>(new WorkItem(queue, entry.Name, entry.Receipt, entry.Message, entry.Dequeued));
                }

                (entry.Queue, entry.Dequeued, entry.Receipt, entry.Visible, entry.Sent) = (QueueRules.PoisonOf(queue), 0, "", clock.GetUtcNow(), clock.GetUtcNow());
            }

            return Task.FromResult<WorkItem?>(null);
        }
    }

    public Task<bool> CompleteAsync(WorkItem item, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Task.FromResult(_entries.RemoveAll(e => e.Is(item)) == 1);
        }
    }

    public Task AbandonAsync(WorkItem item, TimeSpan delay, CancellationToken cancel)
    {
        lock (_lock)
        {
            foreach (var entry in _entries.Where(e => e.Is(item)))
            {
                (entry.Receipt, entry.Visible) = ("", clock.GetUtcNow() + delay);
            }

            return Task.CompletedTask;
        }
    }

    public Task<int> CountAsync(string queue, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Task.FromResult(InOrder(queue).Count());
        }
    }

    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. InOrder(queue).Take(max).Select(e => e.Message)]);
        }
    }

    public Task<DateTimeOffset?> OldestAsync(string queue, CancellationToken cancel)
    {
        lock (_lock)
        {
            return Task.FromResult(InOrder(queue).Where(e => e.Visible <= clock.GetUtcNow()).Min(e => (DateTimeOffset?)e.Sent));
        }
    }

    private IEnumerable<Entry> InOrder(string queue) => _entries.Where(e => e.Queue == queue).OrderBy(e => e.Visible).ThenBy(e => e.Number);

    private sealed class Entry(long number, string message)
    {
        public long Number { get; } = number;

        public string Name { get; } = number.ToString(CultureInfo.InvariantCulture);

        public string Message { get; } = message;

        public required string Queue { get; set; }

        public required DateTimeOffset Visible { get; set; }

        public required DateTimeOffset Sent { get; set; }

        public string Receipt { get; set; } = "";

        public int Dequeued { get; set; }

        public bool Is(WorkItem item) => Queue == item.Queue && Name == item.Id && Receipt == item.Receipt;
    }
}
