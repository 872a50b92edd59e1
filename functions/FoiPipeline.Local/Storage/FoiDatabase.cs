using System.Collections.Concurrent;
using FoiPipeline.Core.Ports;
using Microsoft.Data.Sqlite;

namespace FoiPipeline.Local.Storage;

/// <summary>How much of a write has to be on the disk before it is answered.</summary>
internal enum Durability
{
    /// <summary>All of it: it survives a power failure.</summary>
    Durable,

    /// <summary>It survives the death of the process. A power failure may undo it, together with all later writes or not at all.</summary>
    Repeatable,
}

/// <summary>
/// The file <c>foi.db</c>: register, queues and receipts of one round, shared by as many processes as like. Writers take turns, first within
/// the process and then, with <c>BEGIN IMMEDIATE</c>, among processes; readers see the moment they began and stop nobody. SQLite's
/// write-ahead log needs a local disk.
/// </summary>
public sealed class FoiDatabase : IDisposable
{
    private const int IdleReaders = 8;

    /// <summary>How long a write waits for another process before it gives up.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(10);

    private readonly SqliteFaults _faults;
    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private SqliteSession? _writer;
    private bool _disposed;

    private FoiDatabase(string path, TimeSpan patience)
    {
        Path = path;
        _patience = patience;
        _faults = new SqliteFaults(path, patience);
    }

    public string Path { get; }

    /// <summary>Opens the file, making it if there is none in the folder.</summary>
    /// <exception cref="StoreUnavailableException">It is not ours, of a newer program, damaged, locked, or may not be written.</exception>
    public static FoiDatabase Open(string path, TimeSpan patience)
    {
        var database = new FoiDatabase(System.IO.Path.GetFullPath(path), patience);
        try
        {
            DatabaseFile.MakeIfMissing(database.Path, patience);
            database._writer = database.Connect();
            DatabaseFile.Check(database._writer, database.Path);
            return database;
        }
        catch (SqliteException fault)
        {
            database.Dispose();
            throw database._faults.Explain(fault);
        }
        catch (StoreUnavailableException)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Has SQLite look the whole file through.</summary>
    /// <returns>What is wrong, in SQLite's words; nothing for a sound file.</returns>
    public Task<string?> FindDamageAsync(CancellationToken cancel) =>
        ReadAsync(session => session.Value("PRAGMA quick_check(1)") is string words && words != "ok" ? words : null, cancel);

    /// <summary>Lets the writer that is at work finish; those that wait get <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _turn.Wait();
        _disposed = true;
        _writer?.Dispose();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _turn.Release();
    }

    /// <summary>Runs <paramref name="work"/> as one transaction, alone.</summary>
    internal async Task<T> WriteAsync<T>(Durability durability, Func<SqliteSession, T> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _writer ??= Connect();
            return await _writer.WriteAsync(durability, work, _patience, cancel);
        }
        catch (SqliteException fault)
        {
            throw _faults.Explain(fault);
        }
        finally
        {
            if (_writer is { IsSound: false })
            {
                _writer.Dispose();
                _writer = null;
            }

            _turn.Release();
        }
    }

    /// <summary>Reads a few rows at once.</summary>
    internal Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        try
        {
            using var lease = LeaseReader();
            return Task.FromResult(lease.Use(work));
        }
        catch (SqliteException fault)
        {
            return Task.FromException<T>(_faults.Explain(fault));
        }
    }

    /// <summary>
    /// Reads row by row, all as of the moment the first is asked for. Until it is disposed the log cannot be folded back into the file beyond
    /// that moment: it grows, and nothing else happens.
    /// </summary>
    internal SqliteRows Query(string sql, params object[] values) => new(LeaseReader, _faults, sql, values);

    private ReaderLease LeaseReader()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new ReaderLease(_readers.TryTake(out var idle) ? idle : Connect(), GiveBack);
    }

    private void GiveBack(SqliteSession reader)
    {
        if (reader.IsSound && !_disposed && _readers.Count < IdleReaders)
        {
            _readers.Add(reader);
        }
        else
        {
            reader.Dispose();
        }
    }

    private SqliteSession Connect() => SqliteSession.Open(Path, _patience);
}
