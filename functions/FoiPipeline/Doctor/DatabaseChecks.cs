using FoiPipeline.Composition;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Doctor;

/// <summary>Whether the file that is the register and the queues is whole.</summary>
internal static class DatabaseChecks
{
    private const string Check = "database";

    public static async Task<IReadOnlyList<Finding>> LookAsync(StoreChoice choice, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetFullPath(choice.Folder), "foi.db");
        if (!File.Exists(path))
        {
            return [];
        }

        using var database = FoiDatabase.Open(path, FoiDatabase.DefaultPatience);
        return await database.FindDamageAsync(cancel).ConfigureAwait(false) is { } damage
            ? [Finding.Failed(Check, $"{path} is damaged: {damage}", "Stop every foi, keep a copy of the folder, and put the file back from its backup.")]
            : [Finding.Ok(Check, $"{path} is sound.")];
    }
}
