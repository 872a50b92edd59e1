using System.Globalization;
using FoiPipeline.Composition;

namespace FoiPipeline.Doctor;

/// <summary>The data folder: whether it can be written, who else may read it, and how much room there is. Beside a storage account it matters only if it is there.</summary>
internal static class FolderChecks
{
    private const string Check = "data folder";

    /// <summary>A round of 209 with all its replies takes about a gigabyte; below a tenth of that the next mail may not fit.</summary>
    private const long Comfortable = 1L << 30;

    private const long Least = 100L << 20;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IReadOnlyList<Finding> Look(StoreChoice choice)
    {
        var folder = Path.GetFullPath(choice.Folder);
        if (File.Exists(folder))
        {
            return [Finding.Failed(Check, $"{folder} is a file.", "Name a folder with --data or FOI_DATA.")];
        }

        if (Directory.Exists(folder))
        {
            return [Written(folder), Private(folder), Room(folder)];
        }

        return choice.Azure ? [] : [Finding.Ok(Check, $"{folder} is not there yet; 'foi open' makes it, for you alone."), Room(Above(folder))];
    }

    private static Finding Written(string folder)
    {
        // A name no store uses, gone at once: permissions alone do not tell whether a disk is mounted for reading only.
        var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return Finding.Ok(Check, $"{folder} can be written.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed(Check, $"{folder} cannot be written: {e.Message}", "Give yourself the right to write there, or name another folder with --data.");
        }
    }

    private static Finding Private(string folder) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == UnixFileMode.None
            ? Finding.Ok("privacy", "Nobody else on this machine may look into the data folder.")
            : Finding.Warning("privacy", $"Others on this machine may look into {folder}, which holds people's mail.", $"chmod 700 '{folder}'");

    private static Finding Room(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var words = $"{(free / (double)(1L << 30)).ToString("0.0", CultureInfo.InvariantCulture)} GB are free on the disk of {folder}";
        return free < Least ? Finding.Failed("room", $"Only {words}: the next mail may not fit.", "Make room, or move the data folder to another disk.")
            : free < Comfortable ? Finding.Warning("room", $"{words}; a round takes about one.", "Make room before the replies come.")
            : Finding.Ok("room", $"{words}.");
    }

    private static string Above(string folder)
    {
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
