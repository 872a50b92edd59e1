using FoiPipeline.Azure;
using FoiPipeline.Composition;

namespace FoiPipeline.Doctor;

/// <summary>The storage account, as it describes itself: who we are there, its clock, its services and what they must hold.</summary>
internal static class AccountChecks
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(StoreChoice choice, CancellationToken cancel)
    {
        var account = StorageAccount.Open(StorageSettings.Read(choice.Settings), TimeProvider.System, mayCreate: false);
        await using (account.ConfigureAwait(false))
        {
            return [.. (await account.CheckAsync(cancel).ConfigureAwait(false)).Select(Describe)];
        }
    }

    private static Finding Describe(StorageFinding finding) => finding.Ok
        ? Finding.Ok(finding.Name, finding.Sentence)
        : Finding.Failed(finding.Name, finding.Sentence, "Do what the sentence says; infra/README.md shows it step by step.");
}
