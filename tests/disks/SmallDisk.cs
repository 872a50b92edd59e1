using System.Diagnostics;

namespace FoiPipeline.Disks;

/// <summary>
/// A disk of its own that fills up or is made read-only, mounted on a folder. It takes root on Linux; elsewhere the test says that it is
/// skipped, and with <c>CI=true</c> it fails instead.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foi-disk-");

    private SmallDisk()
    {
    }

    public string Path => _folder.FullName;

    public static SmallDisk Mount(string size)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "foi-small-disk", disk.Path))
        {
            return disk;
        }

        disk._folder.Delete(recursive: true);
        const string Reason = "No disk of its own could be mounted: this test needs Linux and root.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        throw new InvalidOperationException(Reason);
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).ShouldBeTrue();

    /// <summary>Leaves no byte free, until the answer is disposed.</summary>
    public IDisposable Fill()
    {
        var filler = new FileStream(System.IO.Path.Combine(Path, "filler"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            return filler;
        }
    }

    public void Dispose()
    {
        Run("umount", "-l", Path);
        _folder.Delete(recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
