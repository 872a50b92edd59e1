using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Composition;

/// <summary>The round in a store, with everything needed to carry it on. Disposing closes the store.</summary>
internal sealed class OpenedRound : IAsyncDisposable
{
    private readonly LazyRehearsalMailbox? _rehearsal;

    private OpenedRound(StoreChoice choice, AnnouncingStore store, Pipeline pipeline, IMailbox mailbox, TimeProvider clock)
    {
        Choice = choice;
        Store = store;
        Pipeline = pipeline;
        Clock = clock;
        Mailbox = mailbox;
        _rehearsal = mailbox as LazyRehearsalMailbox;
    }

    public StoreChoice Choice { get; }

    public AnnouncingStore Store { get; }

    public IMailbox Mailbox { get; }

    /// <summary>What the simulated authorities know; only a rehearsal asks.</summary>
    public RehearsalMailbox Rehearsal => _rehearsal?.Mailbox ?? throw new InvalidOperationException("this round has no simulated authorities");

    public Pipeline Pipeline { get; }

    /// <summary>Real time, or that of the rehearsal that was played in this folder.</summary>
    public TimeProvider Clock { get; }

    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    /// <exception cref="NoRoundException">There is no round in it.</exception>
    public static async Task<OpenedRound> OpenAsync(StoreChoice choice, CancellationToken cancel)
    {
        if (!choice.MayHoldRound)
        {
            throw new NoRoundException(choice);
        }

        var clock = choice.Azure ? null : RehearsalClock.Find(choice.Rehearsal);
        var store = choice.Open((TimeProvider?)clock ?? TimeProvider.System);
        try
        {
            var round = await OpenRound.LoadAsync(store.Documents, cancel).ConfigureAwait(false) ?? throw new NoRoundException(choice);
            if (choice.Azure)
            {
                clock = await CloudRehearsal.StartAsync(round, choice, store, cancel).ConfigureAwait(false)
                    ?? (choice.RehearsesIn(store.Id) ? RehearsalClock.Find(choice.Rehearsal) : null);
            }

            return Of(round, choice, store, (TimeProvider?)clock ?? TimeProvider.System);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The one place where adapters are plugged together.</summary>
    public static OpenedRound Of(Round round, StoreChoice choice, AnnouncingStore store, TimeProvider clock)
    {
        // Until a real mailbox can be set up, letters of a data folder go to the rehearsal's, which reaches nobody. A folder in the cloud would not outlive the
        // machine it is on, and letters would be noted as sent that are nowhere: there, only a rehearsal may have it.
        IMailbox mailbox = choice.Azure && !(choice.RehearsesIn(store.Id) && RehearsalSeed.Find(choice.Rehearsal) is not null)
            ? new NoMailbox()
            : new LazyRehearsalMailbox(round, choice.Rehearsal, clock);
        if (choice.Azure && mailbox is not NoMailbox)
        {
            CloudRehearsal.RequireInvented(round);
        }

        var pipeline = new Pipeline(round, store, mailbox, Readers.Standard(), clock, choice.Azure ? TimeProvider.System : clock);
        return new OpenedRound(choice, store, pipeline, mailbox, clock);
    }

    public async ValueTask DisposeAsync()
    {
        _rehearsal?.Dispose();
        await Store.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>A command needs a round and there is none where it looked.</summary>
internal sealed class NoRoundException(StoreChoice choice) : Exception(choice.Azure
    ? "There is no round in the storage account. Open one with 'foi open DIR --store azure' (for example templates/rounds/social-value-2016), or name another account with the setting FoiStorage."
    : $"There is no round in {Path.GetFullPath(choice.Folder)}. Open one with 'foi open DIR' (for example templates/rounds/social-value-2016), or name another data folder with --data.");
