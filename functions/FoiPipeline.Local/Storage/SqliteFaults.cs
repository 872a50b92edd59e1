using FoiPipeline.Core.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FoiPipeline.Local.Storage;

/// <summary>What SQLite refuses, as one sentence for a person: what, where, what to do.</summary>
internal sealed class SqliteFaults(string path, TimeSpan patience)
{
    public StoreUnavailableException Explain(SqliteException fault) => new(Sentence(fault), fault);

    private string Sentence(SqliteException fault) => (fault.SqliteErrorCode & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"{path} has been locked by another program for {patience.TotalSeconds:0.#} seconds: close whatever holds it, such as a database browser or a backup, and run the command again.",
        raw.SQLITE_FULL =>
            $"The disk of {path} is full, so the last change was not stored; nothing that was stored before is lost: make room and run the command again.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"{path} may not be written: give this user the rights to the file and its folder, or choose another data folder.",
        raw.SQLITE_CANTOPEN =>
            $"{path} cannot be opened: check that its folder exists, that this user may write in it and that its disk is not full.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"{path} is damaged or is no database: move the file away and put back a copy of it from a backup; the documents beside it are not touched.",
        raw.SQLITE_IOERR =>
            $"The disk of {path} failed ({fault.Message}): check that the disk is in order and not full, and run the command again.",
        _ => $"{path} could not be used ({fault.Message}): run the command again, and report it if that does not help.",
    };
}
