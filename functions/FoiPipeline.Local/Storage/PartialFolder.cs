namespace FoiPipeline.Local.Storage;

/// <summary>
/// Where one process writes files that are not finished: a folder of its own below <c>.partial</c>, with a file it keeps locked for as long as it
/// lives. A folder whose lock is free belongs to a process that died; whoever comes next removes it. Unlike a process number, a lock is
/// never inherited by a stranger and means the same in every container that shares the disk.
/// </summary>
internal sealed class PartialFolder : IDisposable
{
    private const string Parent = ".partial";
    private const string LockName = "lock";

    private readonly string _folder;
    private readonly FileStream _lock;

    private PartialFolder(string folder, FileStream held) => (_folder, _lock) = (folder, held);

    /// <summary>Sweeps up after the dead and claims a new folder below <paramref name="root"/>.</summary>
    public static PartialFolder Claim(string root)
    {
        var parent = Path.Combine(root, Parent);
        PrivateFolder.Create(parent);
        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            RemoveIfDead(folder);
        }

        while (true)
        {
            var folder = Path.Combine(parent, Guid.NewGuid().ToString("N"));
            if (TryClaim(folder) is { } held)
            {
                return new PartialFolder(folder, held);
            }
        }
    }

    public string NewPath() => Path.Combine(_folder, Guid.NewGuid().ToString("N"));

    /// <summary>Removes one partial file; what cannot be removed now goes with the folder.</summary>
    public static void Discard(string partial) => Quietly(() => File.Delete(partial));

    public void Dispose()
    {
        _lock.Dispose();
        Quietly(() => Directory.Delete(_folder, recursive: true));
    }

    /// <summary>Nothing when a sweeper was quicker than we were to lock our own new file: it takes the folder for a dead one.</summary>
    private static FileStream? TryClaim(string folder)
    {
        PrivateFolder.Create(folder);
        var path = Path.Combine(folder, LockName);
        FileStream held;
        try
        {
            held = PrivateFolder.NewFile(path);
        }
        catch (IOException) when (File.Exists(path) || !Directory.Exists(folder))
        {
            return null;
        }

        if (File.Exists(path))
        {
            return held;
        }

        held.Dispose();
        return null;
    }

    private static void RemoveIfDead(string folder) => Quietly(() =>
    {
        // Opening without sharing takes the lock, and fails while its owner lives.
        using var free = new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Directory.Delete(folder, recursive: true);
    });

    /// <summary>What cannot be removed, because it lives, is just being made or is not ours, only takes room.</summary>
    private static void Quietly(Action removal)
    {
        try
        {
            removal();
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
        }
    }
}
