using FoiPipeline.Azure;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>The store under test on accounts of the emulator.</summary>
internal static class EmulatedStores
{
    /// <summary>An account that has all that a round needs and nothing more.</summary>
    public static async Task<EmulatedAccount> NewPreparedAccountAsync(this Azurite azurite)
    {
        var account = await azurite.NewAccountAsync();
        await using var store = account.Open(mayCreate: true);
        await store.PrepareAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>The account as the program opens it.</summary>
    public static StorageAccount Open(this EmulatedAccount account, bool mayCreate = false, TimeProvider? clock = null, Action<StorageOperation>? observe = null) =>
        StorageAccount.Open(account.Settings(), clock ?? TimeProvider.System, mayCreate, observe);

    public static StorageSettings Settings(this EmulatedAccount account) =>
        StorageSettings.Read(name => name == StorageSettings.Connection ? account.ConnectionString : null);
}
