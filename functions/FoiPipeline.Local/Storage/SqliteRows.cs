using Microsoft.Data.Sqlite;

namespace FoiPipeline.Local.Storage;

/// <summary>The rows of one query, read one at a time on a session of its own, so that its reader may write meanwhile.</summary>
internal sealed class SqliteRows(Func<ReaderLease> lease, SqliteFaults faults, string sql, object[] values) : IDisposable
{
    private ReaderLease? _lease;
    private SqliteDataReader? _reader;

    public string Text(int column) => _reader!.GetString(column);

    public long Number(int column) => _reader!.GetInt64(column);

    /// <summary>Moves to the next row. SQLite reads without waiting, so the answer is always there at once.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            _lease ??= lease();
            return ValueTask.FromResult(_lease.Use(session => (_reader ??= session.Command(sql, values).ExecuteReader()).Read()));
        }
        catch (SqliteException fault)
        {
            throw faults.Explain(fault);
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _lease?.Dispose();
    }
}
