using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// How <c>foi.db</c> comes into being and is recognised. A new one is made beside its place and appears complete, so that two processes that
/// start together get the same file, and one that dies half way leaves none.
/// </summary>
internal static class DatabaseFile
{
    /// <summary>"FOIP", in SQLite's own field for the kind of a file.</summary>
    private const long ApplicationId = 0x464F4950;

    public static void MakeIfMissing(string path, TimeSpan patience)
    {
        if (File.Exists(path))
        {
            return;
        }

        RefuseLogWithoutFile(path);
        try
        {
            using var partial = PartialFolder.Claim(Path.GetDirectoryName(path)!);
            var fresh = partial.NewPath();
            Make(fresh, patience);
            AtomicFile.TryPublish(fresh, path);
            AtomicFile.FlushFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, Path.GetDirectoryName(path)!, "foi.db was not made");
        }
    }

    /// <summary>Makes sure that the file is ours and has today's tables.</summary>
    public static void Check(SqliteSession session, string path)
    {
        if (Number(session, "PRAGMA application_id") != ApplicationId)
        {
            throw new StoreUnavailableException($"{path} belongs to another program: move it away, or choose another data folder.");
        }

        var version = Number(session, "PRAGMA user_version");
        if (version > DatabaseSchema.Version)
        {
            throw new StoreUnavailableException(
                $"{path} was written by a newer version of this program (tables {version}, known here {DatabaseSchema.Version}): use that version, or choose another data folder.");
        }

        session.Execute("PRAGMA journal_mode = WAL");
        if (version < DatabaseSchema.Version)
        {
            Upgrade(session);
        }
    }

    private static void Make(string fresh, TimeSpan patience)
    {
        PrivateFolder.NewFile(fresh).Dispose();
        using (var session = SqliteSession.Open(fresh, patience))
        {
            session.Execute($"PRAGMA application_id = {ApplicationId}");
            session.Execute("PRAGMA journal_mode = WAL");
            Upgrade(session);
        }

        using var file = new FileStream(fresh, FileMode.Open, FileAccess.Write);
        file.Flush(flushToDisk: true);
    }

    private static void Upgrade(SqliteSession session)
    {
        session.Execute("BEGIN IMMEDIATE");
        // Another process may have done it while this one waited.
        for (var version = Number(session, "PRAGMA user_version"); version < DatabaseSchema.Version; version++)
        {
            session.Execute(DatabaseSchema.Steps[(int)version]);
            session.Execute($"PRAGMA user_version = {version + 1}");
        }

        session.Execute("COMMIT");
    }

    /// <summary>A log may hold appends that are not yet in the file. Beside a new file it would be taken for that file's own.</summary>
    private static void RefuseLogWithoutFile(string path)
    {
        var log = path + "-wal";
        if (File.Exists(log) && !File.Exists(path))
        {
            throw new StoreUnavailableException($"{log} is there without {Path.GetFileName(path)}: put the file back beside it, or move the log away to begin a new round.");
        }
    }

    private static long Number(SqliteSession session, string sql) => (long)(session.Value(sql) ?? 0L);
}
