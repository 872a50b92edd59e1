using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.Composition;

/// <summary>The round in a data folder, with everything needed to carry it on. Disposing closes the folder.</summary>
internal sealed class OpenedRound : IAsyncDisposable
{
    private readonly LazyRehearsalMailbox _mailbox;

    private OpenedRound(DataFolder data, LazyRehearsalMailbox mailbox, Pipeline pipeline, TimeProvider clock)
    {
        Data = data;
        Pipeline = pipeline;
        Clock = clock;
        _mailbox = mailbox;
    }

    public DataFolder Data { get; }

    public IMailbox Mailbox => _mailbox;

    /// <summary>What the simulated authorities know; only a rehearsal asks.</summary>
    public RehearsalMailbox Rehearsal => _mailbox.Mailbox;

    public Pipeline Pipeline { get; }

    /// <summary>Real time, or that of the rehearsal that was played in this folder.</summary>
    public TimeProvider Clock { get; }

    /// <exception cref="StoreUnavailableException">The folder cannot be opened.</exception>
    /// <exception cref="NoRoundException">There is no round in it.</exception>
    public static async Task<OpenedRound> OpenAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(path, "foi.db")))
        {
            throw new NoRoundException(path);
        }

        TimeProvider clock = RehearsalClock.Find(RehearsalFolder(path)) ?? TimeProvider.System;
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
        var mailbox = new LazyRehearsalMailbox(round, RehearsalFolder(data.Path), clock);
        var pipeline = new Pipeline(round, data.Register, data.Documents, data.Queue, mailbox, Readers.Standard(), clock);
        return new OpenedRound(data, mailbox, pipeline, clock);
    }

    public static string RehearsalFolder(string data) => Path.Combine(data, "rehearsal");

    public async ValueTask DisposeAsync()
    {
        _mailbox.Dispose();
        await Data.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>A command needs a round and the data folder has none.</summary>
internal sealed class NoRoundException(string path) : Exception(
    $"There is no round in {System.IO.Path.GetFullPath(path)}. Open one with 'foi open DIR' (for example templates/rounds/social-value-2016), or name another data folder with --data.");
