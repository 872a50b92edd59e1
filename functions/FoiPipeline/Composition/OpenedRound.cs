using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Composition;

/// <summary>The round in a data folder, with everything needed to carry it on. Disposing closes the folder.</summary>
internal sealed class OpenedRound : IAsyncDisposable
{
    private OpenedRound(DataFolder data, RehearsalMailbox mailbox, Pipeline pipeline)
    {
        Data = data;
        Mailbox = mailbox;
        Pipeline = pipeline;
    }

    public DataFolder Data { get; }

    public RehearsalMailbox Mailbox { get; }

    public Pipeline Pipeline { get; }

    /// <exception cref="StoreUnavailableException">The folder cannot be opened.</exception>
    /// <exception cref="NoRoundException">There is no round in it.</exception>
    public static async Task<OpenedRound> OpenAsync(string path, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(path, "foi.db")))
        {
            throw new NoRoundException(path);
        }

        var data = DataFolder.Open(path, clock);
        try
        {
            var round = await OpenRound.LoadAsync(data.Documents, cancel).ConfigureAwait(false) ?? throw new NoRoundException(path);
            return Of(round, data, clock);
        }
        catch
        {
            await data.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public static OpenedRound Of(Round round, DataFolder data, TimeProvider clock)
    {
        // The one place where adapters are chosen. Until a real mailbox can be set up, letters go to the rehearsal's, which reaches nobody.
        var mailbox = RehearsalMailbox.Open(Path.Combine(data.Path, "rehearsal"), round, clock);
        return new OpenedRound(data, mailbox, new Pipeline(round, data.Register, data.Documents, data.Queue, mailbox, Readers.Standard(), clock));
    }

    public async ValueTask DisposeAsync()
    {
        await Mailbox.DisposeAsync().ConfigureAwait(false);
        await Data.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>A command needs a round and the data folder has none.</summary>
internal sealed class NoRoundException(string path) : Exception(
    $"There is no round in {System.IO.Path.GetFullPath(path)}. Open one with 'foi open DIR' (for example templates/rounds/social-value-2016), or name another data folder with --data.");
