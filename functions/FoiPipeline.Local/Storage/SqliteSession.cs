using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoiPipeline.Local.Storage;

/// <summary>One connection and the statements prepared on it. Used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private Durability _durability = Durability.Durable;

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>False after a failure: the session may stand in the middle of something and is to be thrown away.</summary>
    public bool IsSound { get; set; } = true;

    public static SqliteSession Open(string path, TimeSpan patience)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // After SQLite's own wait; zero would mean to wait for ever.
            DefaultTimeout = 1,
        };
        var session = new SqliteSession(new SqliteConnection(settings.ConnectionString));
        try
        {
            session._connection.Open();
            session.Execute(
                $"""
                PRAGMA busy_timeout = {(int)patience.TotalMilliseconds};
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA cell_size_check = ON;
                PRAGMA trusted_schema = OFF;
                """);
            return session;
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The statement, prepared once, with <c>?1</c>, <c>?2</c> … bound to the values.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Prepare(sql, values.Length);
            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    /// <summary>How many rows the statement changed.</summary>
    public int Change(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row, or nothing.</summary>
    public object? Value(string sql, params ReadOnlySpan<object> values) => Command(sql, values).ExecuteScalar();

    /// <summary>Runs statements that are not worth preparing.</summary>
    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        // The statements are constants of this program, never anything that came in.
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Waits for the write lock without holding up a thread, and runs the work as one transaction.</summary>
    public async Task<T> WriteAsync<T>(Durability durability, Func<SqliteSession, T> work, TimeSpan patience, CancellationToken cancel)
    {
        IsSound = false;
        Choose(durability);
        await BeginAsync(patience, cancel);
        var result = work(this);
        Change("COMMIT");
        IsSound = true;
        return result;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, int values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= values; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
        }

        return command;
    }

    private void Choose(Durability durability)
    {
        if (_durability != durability)
        {
            Execute(durability == Durability.Durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            _durability = durability;
        }
    }

    private async Task BeginAsync(TimeSpan patience, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = 1; !TryBegin(last: Stopwatch.GetElapsedTime(started) >= patience); pause = Math.Min(2 * pause, 32))
        {
            await Task.Delay(pause, cancel);
        }
    }

    private bool TryBegin(bool last)
    {
        var handle = _connection.Handle!;
        _ = raw.sqlite3_busy_timeout(handle, 0);
        var answer = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE");
        if (answer != raw.SQLITE_OK && ((answer & 0xFF) != raw.SQLITE_BUSY || last))
        {
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), answer & 0xFF, answer);
        }

        return answer == raw.SQLITE_OK;
    }
}
