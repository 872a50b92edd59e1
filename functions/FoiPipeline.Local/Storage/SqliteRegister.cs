using System.Runtime.CompilerServices;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// The register in <c>foi.db</c>. An append is answered when it is on the disk: the event that says a letter is about to be sent is the lock
/// against sending it twice, and must outlive a power failure. Lists show the moment their first row is asked for, whatever is appended meanwhile.
/// </summary>
public sealed class SqliteRegister(FoiDatabase database) : IRegister
{
    private const string ById = "SELECT id, version FROM stream WHERE name = ?1";
    private const string HasKey = "SELECT 1 FROM event WHERE stream = ?1 AND key = ?2";
    private const string AddEvent = "INSERT INTO event (stream, number, key, json) VALUES (?1, ?2, ?3, ?4)";
    private const string AddStream = "INSERT INTO stream (name, version, summary) VALUES (?1, ?2, ?3) RETURNING id";
    private const string MoveStream = "UPDATE stream SET version = ?2, summary = ?3 WHERE id = ?1";
    private const string LeaveLists = "DELETE FROM work WHERE name = ?1";
    private const string JoinList = "INSERT OR IGNORE INTO work (list, sort_key, name) VALUES (?1, ?2, ?3)";

    private const string OneStream = "SELECT name, version, summary FROM stream WHERE name = ?1";
    private const string Streams = "SELECT name, version, summary FROM stream WHERE name >= ?1 AND name < ?2 ORDER BY name";
    private const string Events = "SELECT e.key, e.json FROM stream s JOIN event e ON e.stream = s.id WHERE s.name = ?1 ORDER BY e.number";
    private const string Work = "SELECT s.name, s.version, s.summary FROM work w CROSS JOIN stream s ON s.name = w.name WHERE w.list = ?1";
    private const string WorkOrder = " ORDER BY w.sort_key, w.name";

    private const string WorkUpTo = " AND w.sort_key <= ?2";

    // Sorts after every character that a stream's name may hold.
    private const string AfterNames = "\u007f";

    /// <summary>The statements whose cost must grow with what they return and not with what there is; a test looks at their plans.</summary>
    internal static IReadOnlyList<string> RangeReads { get; } = [OneStream, Streams, Events, Work + WorkOrder, Work + WorkUpTo + WorkOrder];

    /// <inheritdoc/>
    public Task<AppendOutcome> AppendAsync(
        StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(stream);
        RegisterRules.Require(expectedVersion, events);
        RegisterRules.Require(summary);
        return database.WriteAsync(Durability.Durable, session => Append(session, stream, expectedVersion, events, summary), cancel);
    }

    /// <inheritdoc/>
    public async Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel)
    {
        using var rows = database.Query(OneStream, stream.Value);
        return await rows.NextAsync(cancel) ? Snapshot(rows) : new StreamSnapshot(stream, 0, "");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var rows = database.Query(Events, stream.Value);
        while (await rows.NextAsync(cancel))
        {
            yield return new StoredEvent(rows.Text(0), rows.Text(1));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel) => SnapshotsAsync(Streams, [prefix, prefix + AfterNames], cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel) => upTo is null
        ? SnapshotsAsync(Work + WorkOrder, [list], cancel)
        : SnapshotsAsync(Work + WorkUpTo + WorkOrder, [list, upTo], cancel);

    /// <inheritdoc/>
    public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel)
    {
        RegisterRules.Require(summary);
        // A summary that a power failure takes back can be computed again.
        return database.WriteAsync(Durability.Repeatable, session => Replace(session, stream, version, summary), cancel);
    }

    private static AppendOutcome Append(SqliteSession session, StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary)
    {
        var (id, version) = Find(session, stream);
        var present = id is null ? 0 : events.Count(e => session.Value(HasKey, id.Value, e.Key) is not null);
        if (present == events.Count)
        {
            return AppendOutcome.AlreadyPresent;
        }

        if (present > 0 || version != expectedVersion)
        {
            return AppendOutcome.Conflict;
        }

        var row = Move(session, stream, id, version + events.Count, summary);
        for (var i = 0; i < events.Count; i++)
        {
            session.Change(AddEvent, row, version + 1 + i, events[i].Key, events[i].Json);
        }

        return AppendOutcome.Appended;
    }

    private static bool Replace(SqliteSession session, StreamId stream, long version, StoredSummary summary)
    {
        var (id, current) = Find(session, stream);
        if (id is null || current != version)
        {
            return false;
        }

        Move(session, stream, id, version, summary);
        return true;
    }

    private static (long? Id, long Version) Find(SqliteSession session, StreamId stream)
    {
        using var row = session.Command(ById, stream.Value).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : (null, 0);
    }

    /// <summary>Moves the stream to the version, with its summary and its places on the worklists. Answers its row.</summary>
    private static long Move(SqliteSession session, StreamId stream, long? id, long version, StoredSummary summary)
    {
        if (id is null)
        {
            id = (long)session.Value(AddStream, stream.Value, version, summary.Json)!;
        }
        else
        {
            session.Change(MoveStream, id.Value, version, summary.Json);
            session.Change(LeaveLists, stream.Value);
        }

        foreach (var entry in summary.Lists)
        {
            session.Change(JoinList, entry.List, entry.SortKey, stream.Value);
        }

        return id.Value;
    }

    private async IAsyncEnumerable<StreamSnapshot> SnapshotsAsync(string sql, object[] values, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var rows = database.Query(sql, values);
        while (await rows.NextAsync(cancel))
        {
            yield return Snapshot(rows);
        }
    }

    private static StreamSnapshot Snapshot(SqliteRows rows) => new(new StreamId(rows.Text(0)), rows.Number(1), rows.Text(2));
}
