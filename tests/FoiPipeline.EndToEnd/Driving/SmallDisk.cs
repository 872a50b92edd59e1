using System.Diagnostics;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>
/// A disk of its own that fills up, mounted on a folder. It takes root on Linux; elsewhere the test says that it is skipped, and with
/// <c>CI=true</c> it fails instead.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    public static SmallDisk Mount(string size)
    {
        var disk = new SmallDisk();
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "foi-small-disk", disk.Path))
        {
            return disk;
        }

        disk._folder.Dispose();
        const string Reason = "No disk of its own could be mounted: this test needs Linux and root.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        throw new InvalidOperationException(Reason);
    }

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
        _folder.Dispose();
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
