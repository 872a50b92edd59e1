using System.ComponentModel;
using System.Runtime.InteropServices;

namespace FoiPipeline.Local.Storage;

/// <summary>
/// A finished file appears under its name at once and only if the name is free, and stays there when the power fails.
/// <see cref="File.Move(string, string, bool)"/> promises neither on Unix: where it cannot link it copies, and a reader sees half a file.
/// </summary>
internal static class AtomicFile
{
    private const int NoSuchFile = 2;
    private const int AccessDenied = 13;
    private const int AlreadyExists = 17;
    private const int CloseOnExec = 0x80000;

    /// <summary>Gives a finished, flushed file a second name in the same file system. False: the name is taken, by whatever it is.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder of the new name, or the file, is gone.</exception>
    /// <exception cref="IOException">The file system refuses; <see cref="Exception.HResult"/> is the system's error number.</exception>
    public static bool TryPublish(string finished, string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMove(finished, name);
        }

        if (Link(finished, name) == 0)
        {
            return true;
        }

        var error = Marshal.GetLastPInvokeError();
        return error switch
        {
            AlreadyExists => false,
            NoSuchFile => throw new DirectoryNotFoundException($"There is no folder for {name}."),
            _ => throw Fault(error, name),
        };
    }

    /// <summary>Writes a folder's list of names to the disk, so that a file created in it is found after a power failure.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, OperatingSystem.IsLinux() ? CloseOnExec : 0);
        if (descriptor < 0)
        {
            throw Fault(Marshal.GetLastPInvokeError(), folder);
        }

        var failed = Fsync(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (failed)
        {
            throw Fault(error, folder);
        }
    }

    private static bool TryMove(string finished, string name)
    {
        try
        {
            File.Move(finished, name, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(name))
        {
            return false;
        }
    }

    private static Exception Fault(int error, string path)
    {
        var words = $"{new Win32Exception(error).Message}: {path}";
        return error == AccessDenied ? new UnauthorizedAccessException(words) : new IOException(words, error);
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
