using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Watching;

/// <summary>
/// Looks after what the other steps may miss, from time to time: takes in documents of the inbox that rang nobody, shows a person what the Functions host gave
/// up on, and measures what waits. Every part looks at what is there and repeats only what may be repeated, so it may run late, twice, or beside itself.
/// </summary>
/// <param name="book">The round.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="ingest">Takes a document in.</param>
/// <param name="clock">The round's clock.</param>
/// <param name="storeClock">The clock that dates documents and messages: the round's own in a data folder, real time in a storage account.</param>
public sealed class KeepWatch(RoundBook book, IStore store, IngestMail ingest, TimeProvider clock, TimeProvider storeClock)
{
    /// <summary>The function's name, also in its receipts.</summary>
    public const string Function = "KeepWatch";

    private readonly InboxLook _inbox = new(book, store, storeClock);
    private readonly HostNotices _notices = new(store);
    private readonly TakeInMissed _missed = new(book, store, ingest);
    private readonly TakeMeasures _measures = new(store, clock, storeClock);

    public Task<WatchReport> RunAsync(CancellationToken cancel) => TracedStep.RunAsync("keep watch", () => LookAsync(cancel));

    private async Task<WatchReport> LookAsync(CancellationToken cancel)
    {
        // Notices first: what the host gave up on is a person's, and is not to be tried once more as something missed.
        var notices = await _notices.PassOnAsync(cancel).ConfigureAwait(false);
        var waiting = await _inbox.LookAsync(cancel).ConfigureAwait(false);
        var report = await _missed.RunAsync(waiting, _inbox, cancel).ConfigureAwait(false);
        var measures = _inbox.Measure(waiting, await _measures.RunAsync(cancel).ConfigureAwait(false));
        WatchGauges.Show(measures);
        return report with { Notices = notices, Measures = measures };
    }
}
