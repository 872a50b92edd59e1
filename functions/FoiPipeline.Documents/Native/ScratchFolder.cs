using FoiPipeline.Core.Ports;

namespace FoiPipeline.Documents.Native;

/// <summary>A fresh folder that only this user can enter, gone when it is disposed.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public const string NamePrefix = "foi-document-";

    private ScratchFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes a folder with one file in it.</summary>
    /// <exception cref="StoreUnavailableException">The place cannot be written. That is no fault of the document, so the work should be tried again.</exception>
    public static async Task<ScratchFolder> WithFileAsync(string? parent, string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var place = parent ?? System.IO.Path.GetTempPath();
        ScratchFolder? folder = null;
        try
        {
            folder = new ScratchFolder(Create(place));
            await using (var file = new FileStream(System.IO.Path.Combine(folder.Path, name), FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(content, cancel);
            }

            return folder;
        }
        catch (Exception e)
        {
            folder?.Dispose();
            if (e is IOException or UnauthorizedAccessException)
            {
                throw new StoreUnavailableException($"Temporary files cannot be written in {place}: {e.Message} Free some space or set another temporary folder.", e);
            }

            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A copy of a document stays in the temporary folder: untidy, but the text that was got is not worth less.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }

    private static string Create(string parent)
    {
        var path = System.IO.Path.Combine(parent, NamePrefix + Guid.NewGuid().ToString("N"));
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }

        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
