using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>Receipts in <c>foi.db</c>. A power failure may take the last entries back.</summary>
public sealed class SqliteReceipts(FoiDatabase database) : IReceipts
{
    private const string State = "SELECT done, attempts FROM receipt WHERE function = ?1 AND name = ?2";

    private const string Done =
        """
        INSERT INTO receipt (function, name, attempts, done, problem) VALUES (?1, ?2, 1, 1, '')
        ON CONFLICT DO UPDATE SET attempts = attempts + 1, done = 1, problem = ''
        """;

    private const string Failed =
        """
        INSERT INTO receipt (function, name, attempts, done, problem) VALUES (?1, ?2, 1, 0, ?3)
        ON CONFLICT DO UPDATE SET attempts = attempts + 1, problem = ?3 WHERE done = 0
        RETURNING attempts
        """;

    private const string Parked = "SELECT name, attempts, problem FROM receipt WHERE function = ?1 AND done = 0 AND attempts >= ?2 ORDER BY name";
    private const string Forget = "DELETE FROM receipt WHERE function = ?1 AND name = ?2 AND done = 0";

    /// <inheritdoc/>
    public Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel) =>
        database.ReadAsync(session => Find(session, function, name).Done, cancel);

    /// <inheritdoc/>
    public Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel) =>
        database.ReadAsync(session => Find(session, function, name) is { Done: false, Attempts: >= IReceipts.MaxAttempts }, cancel);

    /// <inheritdoc/>
    public Task MarkDoneAsync(string function, string name, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => session.Change(Done, function, name), cancel);

    /// <inheritdoc/>
    public Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => (int)(long)(session.Value(Failed, function, name, problem) ?? 0L), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ParkedDocument>>(session => ListParked(session, function), cancel);

    /// <inheritdoc/>
    public Task<bool> RetryAsync(string function, string name, CancellationToken cancel) =>
        database.WriteAsync(Durability.Durable, session => session.Change(Forget, function, name) == 1, cancel);

    private static (bool Done, int Attempts) Find(SqliteSession session, string function, string name)
    {
        using var row = session.Command(State, function, name).ExecuteReader();
        return row.Read() ? (row.GetBoolean(0), row.GetInt32(1)) : default;
    }

    private static List<ParkedDocument> ListParked(SqliteSession session, string function)
    {
        using var rows = session.Command(Parked, function, IReceipts.MaxAttempts).ExecuteReader();
        var parked = new List<ParkedDocument>();
        while (rows.Read())
        {
            parked.Add(new ParkedDocument(function, rows.GetString(0), rows.GetInt32(1), rows.GetString(2)));
        }

        return parked;
    }
}
