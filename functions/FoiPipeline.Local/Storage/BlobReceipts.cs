namespace FoiPipeline.Local.Storage;

/// <summary>A document that a function failed on too often, and that waits for a person.</summary>
/// <param name="Function">The function that failed.</param>
/// <param name="Name">The document.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Problem">What went wrong the last time.</param>
public sealed record ParkedDocument(string Function, string Name, int Attempts, string Problem);

/// <summary>
/// Which documents each function with a blob trigger is through with: what the Functions host keeps in its blob receipts. After
/// <see cref="MaxAttempts"/> failures a document is parked: no longer tried, and listed for a person. A power failure may take the last
/// entries back; the function then runs once more, which it must bear anyway.
/// </summary>
public sealed class BlobReceipts(FoiDatabase database)
{
    /// <summary>The Functions host's own number.</summary>
    public const int MaxAttempts = 5;

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

    /// <summary>Whether the function has handled the document.</summary>
    public Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel) =>
        database.ReadAsync(session => Find(session, function, name).Done, cancel);

    /// <summary>Whether the function has failed on the document too often to try again.</summary>
    public Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel) =>
        database.ReadAsync(session => Find(session, function, name) is { Done: false, Attempts: >= MaxAttempts }, cancel);

    /// <summary>The function has handled the document. Saying so twice changes nothing.</summary>
    public Task MarkDoneAsync(string function, string name, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => session.Change(Done, function, name), cancel);

    /// <summary>The function has failed on the document. Answers how often by now; 0 if another run has handled it meanwhile.</summary>
    /// <param name="function">The function.</param>
    /// <param name="name">The document.</param>
    /// <param name="problem">For a person: one sentence, nothing of the document's content.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel) =>
        database.WriteAsync(Durability.Repeatable, session => (int)(long)(session.Value(Failed, function, name, problem) ?? 0L), cancel);

    /// <summary>The documents parked by a function, in ordinal order of name.</summary>
    public Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel) =>
        database.ReadAsync<IReadOnlyList<ParkedDocument>>(session => ListParked(session, function), cancel);

    /// <summary>Lets a document be tried again from the beginning. Answers whether it had failed.</summary>
    public Task<bool> RetryAsync(string function, string name, CancellationToken cancel) =>
        database.WriteAsync(Durability.Durable, session => session.Change(Forget, function, name) == 1, cancel);

    private static (bool Done, int Attempts) Find(SqliteSession session, string function, string name)
    {
        using var row = session.Command(State, function, name).ExecuteReader();
        return row.Read() ? (row.GetBoolean(0), row.GetInt32(1)) : default;
    }

    private static List<ParkedDocument> ListParked(SqliteSession session, string function)
    {
        using var rows = session.Command(Parked, function, MaxAttempts).ExecuteReader();
        var parked = new List<ParkedDocument>();
        while (rows.Read())
        {
            parked.Add(new ParkedDocument(function, rows.GetString(0), rows.GetInt32(1), rows.GetString(2)));
        }

        return parked;
    }
}
