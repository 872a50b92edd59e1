using FoiPipeline.Azure;
using FoiPipeline.Commands;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Composition;

/// <summary>Where a round is kept, as the command line or the settings say, and how that is opened.</summary>
/// <param name="Azure">True: the storage account of the settings; false: the data folder.</param>
/// <param name="Folder">The data folder. Beside a storage account it holds only a rehearsal's mailbox and clock.</param>
internal sealed record StoreChoice(bool Azure, string Folder)
{
    /// <param name="word"><c>local</c> or <c>azure</c>.</param>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="CommandException">Another word.</exception>
    public static StoreChoice Of(string word, string folder) => word.ToLowerInvariant() switch
    {
        "local" => new StoreChoice(false, folder),
        "azure" => new StoreChoice(true, folder),
        _ => throw new CommandException($"'{word}' is no place for a round: --store (or FOI_STORE) takes 'local' (a data folder) or 'azure' (the storage account of the setting FoiStorage)."),
    };

    /// <summary>Looks up a setting: which storage account it is.</summary>
    public Func<string, string?> Settings { get; init; } = AppSettings.Get;

    /// <summary>Told of every request to the storage account, for those who count.</summary>
    public Action<StorageOperation>? Observe { get; init; }

    /// <summary>The folder of the rehearsal's mailbox and clock.</summary>
    public string Rehearsal => Path.Combine(Folder, "rehearsal");

    /// <summary>
    /// Whether the rehearsal in the folder is that of a storage account. A demo played in a folder must never lend its mailbox and its clock to a round in earnest
    /// that is kept elsewhere and looked at from the same folder.
    /// </summary>
    public bool RehearsesIn(string storeId) => File.Exists(RehearsedStore) && File.ReadAllText(RehearsedStore).Trim() == storeId;

    /// <summary>Says that the rehearsal in the folder is that of a storage account, from its beginning on.</summary>
    /// <exception cref="CommandException">It is that of another, or of the folder itself.</exception>
    public void KeepRehearsalFor(string storeId)
    {
        if (RehearsesIn(storeId))
        {
            return;
        }

        if (File.Exists(RehearsedStore) || RehearsalSeed.Find(Rehearsal) is not null)
        {
            throw new CommandException($"{Path.GetFullPath(Folder)} holds the rehearsal of another round. Give this one a folder of its own with --data.");
        }

        Directory.CreateDirectory(Rehearsal);
        File.WriteAllText(RehearsedStore, storeId);
    }

    private string RehearsedStore => Path.Combine(Rehearsal, "account");

    /// <summary>Whether there is anything at all to open, as far as that can be told without a network.</summary>
    public bool MayHoldRound => Azure || File.Exists(Path.Combine(Folder, "foi.db"));

    /// <summary>Opens the place as it is.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message says why and what to do.</exception>
    public AnnouncingStore Open(TimeProvider clock) =>
        new(Azure ? StorageAccount.Open(StorageSettings.Read(Settings), TimeProvider.System, mayCreate: false, Observe) : DataFolder.Open(Folder, clock));

    /// <summary>Looks whether the place can be worked with, for a program that is to run long: it should not start and then fail at every call. No round need be open.</summary>
    /// <exception cref="StoreUnavailableException">It cannot; the message says why and what to do.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        if (Azure)
        {
            await using var account = StorageAccount.Open(StorageSettings.Read(Settings), TimeProvider.System, mayCreate: false, Observe);
            await account.RequireReadyAsync(cancel).ConfigureAwait(false);
        }
        else if (MayHoldRound)
        {
            await using var folder = Open(TimeProvider.System);
            await folder.Queue.CountAsync(ReplyMessages.ExtractQueue, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the place for a new round: containers, queues and tables that are missing are made.</summary>
    public async Task<AnnouncingStore> PrepareAsync(TimeProvider clock, CancellationToken cancel)
    {
        if (!Azure)
        {
            return Open(clock);
        }

        var account = StorageAccount.Open(StorageSettings.Read(Settings), TimeProvider.System, mayCreate: true, Observe);
        await account.PrepareAsync(cancel).ConfigureAwait(false);
        return new AnnouncingStore(account);
    }
}
