namespace FoiPipeline.Local.Storage;

/// <summary>What tells a data folder from every other: a random id, kept in the folder and moved with it.</summary>
internal static class FolderIdentity
{
    /// <exception cref="Core.Ports.StoreUnavailableException">The folder cannot be written.</exception>
    public static string FindOrMake(string folder)
    {
        var file = Path.Combine(folder, "id");
        try
        {
            if (!File.Exists(file))
            {
                Make(folder, file);
            }

            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, folder, "the folder's id was not kept");
        }
    }

    // Of two processes that start together one publishes its id, and both read that one.
    private static void Make(string folder, string file)
    {
        var partial = Path.Combine(folder, $".id.{Guid.NewGuid():n}");
        try
        {
            using (var made = PrivateFolder.NewFile(partial))
            {
                made.Write(System.Text.Encoding.ASCII.GetBytes($"folder-{Guid.NewGuid():n}\n"));
                made.Flush(flushToDisk: true);
            }

            AtomicFile.TryPublish(partial, file);
            AtomicFile.FlushFolder(folder);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
