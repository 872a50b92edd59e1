namespace FoiPipeline.Local.Import;

/// <summary>One mail found on disk, or the reason why a file is none.</summary>
/// <param name="Name">Path, and for an mbox the number of the message.</param>
/// <param name="Open">Opens the raw bytes, seekable; nothing when there is a problem.</param>
/// <param name="Problem">One sentence: what is wrong with which file, and what to do.</param>
public sealed record MailFile(string Name, Func<Stream>? Open, string? Problem)
{
    public static MailFile Bad(string path, string why) => new(path, null, $"{path} {why}");
}

/// <summary>Finds mails in what a person names: .eml files, folders of them, mbox files, Maildirs. Reads nothing but what it must to tell them apart.</summary>
public static class MailFiles
{
    public static IEnumerable<MailFile> Find(IEnumerable<string> paths) => paths.SelectMany(Find);

    private static IEnumerable<MailFile> Find(string path)
    {
        if (File.Exists(path))
        {
            return FromFile(path);
        }

        return Directory.Exists(path)
            ? FromFolder(path)
            : [MailFile.Bad(path, "does not exist. Check the spelling, or put quotes round a name with spaces.")];
    }

    private static IEnumerable<MailFile> FromFolder(string folder)
    {
        // A Maildir keeps each mail in a file without ending under cur/ and new/; what lies in tmp/ is not delivered yet.
        if (Directory.Exists(Path.Combine(folder, "cur")) && Directory.Exists(Path.Combine(folder, "new")))
        {
            return new[] { "new", "cur" }
                .SelectMany(sub => Directory.EnumerateFiles(Path.Combine(folder, sub)).Order(StringComparer.Ordinal))
                .SelectMany(FromFile)
                .Concat(Directory.EnumerateDirectories(folder, ".*").Order(StringComparer.Ordinal).SelectMany(FromFolder));
        }

        var files = Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".eml" or ".mbox" or ".mbx")
            .Order(StringComparer.Ordinal).SelectMany(FromFile);
        return files.Concat(Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(FromFolder));
    }

    private static IEnumerable<MailFile> FromFile(string path)
    {
        byte[] start;
        try
        {
            start = Start(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [MailFile.Bad(path, $"cannot be read ({e.Message}). Check that it is there and that you may read it.")];
        }

        if (start.AsSpan().StartsWith("From "u8))
        {
            return Mbox.Read(path);
        }

        return start.Length == 0 || MailStart.CountFields(start) > 0
            ? [new MailFile(path, () => File.OpenRead(path), null)]
            : [MailFile.Bad(path, "does not look like a mail: it does not begin with header lines such as 'From: ...'. Export the mail as .eml; for a document by itself use 'foi read'.")];
    }

    private static byte[] Start(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[4096];
        return start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
