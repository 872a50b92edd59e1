using System.Collections.Concurrent;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>Where documents lie below a root: names to paths and back, without following a symbolic link.</summary>
internal sealed class DocumentFolders(string root)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>Folders that this process knows to be on the disk, name and all.</summary>
    private readonly ConcurrentDictionary<string, bool> _flushed = new(StringComparer.Ordinal);

    /// <summary>The document, or nothing if there is none.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public FileStream? Open(string name)
    {
        RefuseLinks(name);
        try
        {
            return new FileStream(PathOf(name), new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.SequentialScan });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(PathOf(name)))
        {
            return null;
        }
    }

    /// <summary>Links a finished file to the name and flushes the name. False when the name is taken.</summary>
    /// <exception cref="ArgumentException">Other documents' names start with this one, or this one starts with another's.</exception>
    public bool TryPublish(string finished, string name)
    {
        RefuseLinks(name);
        var path = PathOf(name);
        var folder = Path.GetDirectoryName(path)!;
        Make(folder, name);
        if (!AtomicFile.TryPublish(finished, path))
        {
            return Directory.Exists(path) ? throw InTheWay(name) : false;
        }

        AtomicFile.FlushFolder(folder);
        return true;
    }

    /// <summary>Waits until a document that is there is also in its folder's list of names on the disk.</summary>
    public void Flush(string name) => AtomicFile.FlushFolder(Path.GetDirectoryName(PathOf(name))!);

    /// <summary>All documents whose name starts with the prefix, in ordinal order; one folder's names are in memory at a time.</summary>
    public IEnumerable<DocumentInfo> List(string prefix)
    {
        var start = prefix[..(prefix.LastIndexOf('/') + 1)];
        RefuseLinks(start);
        return new DirectoryInfo(PathOf(start)) is { Exists: true } folder ? List(folder, start, prefix) : [];
    }

    private IEnumerable<DocumentInfo> List(DirectoryInfo folder, string start, string prefix)
    {
        foreach (var (name, entry) in Entries(folder, start))
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                throw Linked(entry.FullName);
            }

            if (entry is DirectoryInfo below)
            {
                foreach (var document in List(below, name, prefix))
                {
                    yield return document;
                }
            }
            else if (DocumentName.IsReadable(name) && Describe(name, (FileInfo)entry) is { } document)
            {
                yield return document;
            }
        }
    }

    /// <summary>A folder sorts as its name and a slash, because that is how the names of its documents go on.</summary>
    private List<(string Name, FileSystemInfo Entry)> Entries(DirectoryInfo folder, string start)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()
                .Where(e => e.Name[0] != '.')
                .Select(e => (Name: start + e.Name + (e is DirectoryInfo ? "/" : ""), e))
                .OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception fault) when (FileFaults.Is(fault))
        {
            throw FileFaults.Explain(fault, _root, "the documents were not listed");
        }
    }

    private static DocumentInfo? Describe(string name, FileInfo file) =>
        file.Exists ? new DocumentInfo(name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)) : null;

    private string PathOf(string name) => Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar));

    private void Make(string folder, string name)
    {
        if (_flushed.ContainsKey(folder) && Directory.Exists(folder))
        {
            return;
        }

        if (File.Exists(folder))
        {
            throw InTheWay(name);
        }

        var parent = Path.GetDirectoryName(folder) ?? folder;
        if (folder.Length > _root.Length)
        {
            Make(parent, name);
        }

        PrivateFolder.Create(folder);
        AtomicFile.FlushFolder(parent);
        _flushed[folder] = true;
    }

    private void RefuseLinks(string name)
    {
        for (var end = name.IndexOf('/', StringComparison.Ordinal); end >= 0; end = end < name.Length ? NextEnd(name, end) : -1)
        {
            var path = PathOf(name[..end]);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw Linked(path);
            }
        }
    }

    private static int NextEnd(string name, int end) => name.IndexOf('/', end + 1) is var next and >= 0 ? next : name.Length;

    private static StoreUnavailableException Linked(string path) =>
        new($"{path} is a symbolic link, which is not followed: put the real folder or file in its place.");

    private static ArgumentException InTheWay(string name) => new($"Another document stands in the way of '{name}': a name cannot be the folder of another.", nameof(name));
}
