using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// Queues in <c>foi.db</c>, beside the register: one file to back up and one lock to wait for. Sending waits for the disk; receiving, completing and
/// abandoning do not, because a power failure that undoes them only delivers the message again. The oldest message is the one
/// that has been visible longest, so one that failed goes behind those that wait.
/// </summary>
public sealed class SqliteWorkQueue(FoiDatabase database, TimeProvider clock) : IWorkQueue
{
    private const string Add = "INSERT INTO message (queue, body, visible, sent) VALUES (?1, ?2, ?3, ?3)";
    private const string AnyVisible = "SELECT EXISTS (SELECT 1 FROM message WHERE queue = ?1 AND visible <= ?2)";
    private const string Front = "SELECT id, body, dequeued FROM message WHERE queue = ?1 AND visible <= ?2 ORDER BY visible, id LIMIT 1";
    private const string Take = "UPDATE message SET visible = ?2, receipt = ?3, dequeued = dequeued + 1 WHERE id = ?1";
    private const string Poison = "UPDATE message SET queue = ?2, visible = ?3, sent = ?3, receipt = '', dequeued = 0 WHERE id = ?1";
    private const string Remove = "DELETE FROM message WHERE id = ?1 AND queue = ?2 AND receipt = ?3";
    private const string Release = "UPDATE message SET visible = ?4, receipt = '' WHERE id = ?1 AND queue = ?2 AND receipt = ?3";
    private const string Count = "SELECT count(*) FROM message WHERE queue = ?1";
    private const string Look = "SELECT body FROM message WHERE queue = ?1 ORDER BY visible, id LIMIT ?2";
    private const string Oldest = "SELECT min(sent) FROM message WHERE queue = ?1 AND visible <= ?2";

    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, CancellationToken cancel)
    {
        QueueRules.Require(queue, message);
        return database.WriteAsync(Durability.Durable, session => session.Change(Add, queue, message, Now()), cancel);
    }

    /// <inheritdoc/>
    public async Task<WorkItem?> ReceiveAsync(string queue, TimeSpan visibility, int maxDequeueCount, CancellationToken cancel)
    {
        // An empty queue is asked often, and must not keep a writer waiting.
        var waiting = await database.ReadAsync(session => (long)session.Value(AnyVisible, queue, Now())! == 1, cancel);
        return waiting
            ? await database.WriteAsync(Durability.Repeatable, session => Receive(session, queue, visibility, maxDequeueCount), cancel)
            : null;
    }

    /// <inheritdoc/>
    public Task<bool> CompleteAsync(WorkItem item, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => session.Change(Remove, IdOf(item), item.Queue, item.Receipt) == 1, cancel);

    /// <inheritdoc/>
    public Task AbandonAsync(WorkItem item, TimeSpan delay, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => session.Change(Release, IdOf(item), item.Queue, item.Receipt, Now() + Milliseconds(delay)), cancel);

    /// <inheritdoc/>
    public Task<int> CountAsync(string queue, CancellationToken cancel) => database.ReadAsync(session => (int)(long)session.Value(Count, queue)!, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> PeekAsync(string queue, int max, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<string>>(session => Peek(session, queue, max), cancel);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> OldestAsync(string queue, CancellationToken cancel) =>
        database.ReadAsync(session => session.Value(Oldest, queue, Now()) is long sent ? DateTimeOffset.FromUnixTimeMilliseconds(sent) : (DateTimeOffset?)null, cancel);

    private WorkItem? Receive(SqliteSession session, string queue, TimeSpan visibility, int maxDequeueCount)
    {
        while (true)
        {
            var (id, body, dequeued) = FrontOf(session, queue);
            if (body is null)
            {
                return null;
            }

            if (dequeued < maxDequeueCount)
            {
                var receipt = Guid.NewGuid().ToString("N");
                session.Change(Take, id, Now() + Milliseconds(visibility), receipt);
                return new WorkItem(queue, id.ToString(CultureInfo.InvariantCulture), receipt, body, dequeued + 1);
            }

            session.Change(Poison, id, QueueRules.PoisonOf(queue), Now());
        }
    }

    private (long Id, string? Body, int Dequeued) FrontOf(SqliteSession session, string queue)
    {
        using var row = session.Command(Front, queue, Now()).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1), row.GetInt32(2)) : default;
    }

    private static List<string> Peek(SqliteSession session, string queue, int max)
    {
        using var rows = session.Command(Look, queue, max).ExecuteReader();
        var messages = new List<string>();
        while (rows.Read())
        {
            messages.Add(rows.GetString(0));
        }

        return messages;
    }

    private static long IdOf(WorkItem item) => long.Parse(item.Id, CultureInfo.InvariantCulture);

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
