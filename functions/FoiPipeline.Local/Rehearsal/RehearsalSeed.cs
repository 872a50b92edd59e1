using System.Globalization;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>The seed a rehearsal was started with, kept in its folder: every later run plays the same round.</summary>
public static class RehearsalSeed
{
    public const int Default = 2016;

    /// <summary>The seed kept in a folder; nothing where no rehearsal was started.</summary>
    public static int? Find(string folder) =>
        File.Exists(FileIn(folder)) && int.TryParse(File.ReadAllText(FileIn(folder)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <summary>Keeps a seed, unless one is kept already. Answers the one that counts.</summary>
    public static int Keep(string folder, int seed)
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(FileIn(folder)))
        {
            var partial = FileIn(folder) + ".partial";
            File.WriteAllText(partial, seed.ToString(CultureInfo.InvariantCulture));
            File.Move(partial, FileIn(folder), overwrite: true);
        }

        return Find(folder) ?? seed;
    }

    private static string FileIn(string folder) => Path.Combine(folder, "seed");
}
