using FoiPipeline.Core.Ports;

namespace FoiPipeline.Local.Storage;

/// <summary>What a file system refuses, as one sentence for a person: what, where, what to do.</summary>
internal static class FileFaults
{
    // The error numbers of Linux, and those of Windows after 0x8007.
    private const int NoSpace = 28;
    private const int QuotaUsedUp = 122;
    private const int FileTooLarge = 27;
    private const int ReadOnlyDisk = 30;
    private const int NotPermitted = 1;
    private const int NotSupported = 95;
    private const int WindowsDiskFull = 0x70;

    public static bool Is(Exception fault) => fault is IOException or UnauthorizedAccessException;

    /// <param name="fault">What the file system said.</param>
    /// <param name="folder">The folder a person knows.</param>
    /// <param name="failed">What did not happen, as the subject of a sentence: "the document inbox/1.eml was not stored".</param>
    public static StoreUnavailableException Explain(Exception fault, string folder, string failed)
    {
        var sentence = fault switch
        {
            UnauthorizedAccessException => $"{folder} may not be written or read by this user, so {failed}: give this user the rights to it, or choose another folder.",
            DirectoryNotFoundException => $"{folder} or a folder in it has disappeared, so {failed}: put it back, or choose another folder.",
            _ => Explain(fault.HResult & 0xFFFF, folder, failed, fault.Message),
        };
        return new StoreUnavailableException(sentence, fault);
    }

    private static string Explain(int error, string folder, string failed, string words) => error switch
    {
        NoSpace or QuotaUsedUp or FileTooLarge or WindowsDiskFull =>
            $"The disk of {folder} is full, so {failed}; nothing that was stored before is lost: make room and run the command again.",
        ReadOnlyDisk => $"The disk of {folder} is read-only, so {failed}: make it writable, or choose another folder.",
        NotPermitted or NotSupported => $"The file system of {folder} cannot link files, so {failed}: put the data folder on a local disk.",
        _ => $"{folder} could not be used ({words}), so {failed}: check the folder and its disk, and run the command again.",
    };
}
