using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// Everything one round keeps on one machine, in one folder: <c>foi.db</c> and <c>documents</c>. Only the user who made it may read it. Several
/// processes may have it open at once.
/// </summary>
public sealed class DataFolder : IStore
{
    private readonly FoiDatabase _database;
    private readonly Lazy<string> _id;

    private DataFolder(string path, FoiDatabase database, TimeProvider clock)
    {
        Path = path;
        _database = database;
        Register = new SqliteRegister(database);
        Queue = new SqliteWorkQueue(database, clock);
        Documents = new FileDocumentStore(System.IO.Path.Combine(path, "documents"), clock);
        Receipts = new SqliteReceipts(database);
        _id = new Lazy<string>(() => FolderIdentity.FindOrMake(path));
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    public SqliteRegister Register { get; }

    public SqliteWorkQueue Queue { get; }

    public FileDocumentStore Documents { get; }

    public SqliteReceipts Receipts { get; }

    string IStore.Place => Path;

    string IStore.Id => _id.Value;

    IRegister IStore.Register => Register;

    IDocumentStore IStore.Documents => Documents;

    IWorkQueue IStore.Queue => Queue;

    IReceipts IStore.Receipts => Receipts;

    /// <summary>Opens the folder, making it if it is not there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="clock">Dates documents and runs the queues' time-outs.</param>
    /// <param name="patience">How long to wait for another program that locks the database; <see cref="FoiDatabase.DefaultPatience"/> if not given.</param>
    /// <exception cref="StoreUnavailableException">The path is a file, may not be written, or holds a database that is not ours or damaged.</exception>
    public static DataFolder Open(string path, TimeProvider clock, TimeSpan? patience = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        Make(full);
        return new DataFolder(full, FoiDatabase.Open(System.IO.Path.Combine(full, "foi.db"), patience ?? FoiDatabase.DefaultPatience), clock);
    }

    public ValueTask DisposeAsync()
    {
        Documents.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private static void Make(string full)
    {
        if (Directory.Exists(full))
        {
            return;
        }

        if (File.Exists(full))
        {
            throw new StoreUnavailableException($"{full} is a file and cannot be the data folder: choose another path, or move the file away.");
        }

        try
        {
            PrivateFolder.Create(full);
            AtomicFile.FlushFolder(System.IO.Path.GetDirectoryName(full) ?? full);
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, full, "the data folder was not made");
        }
    }
}
