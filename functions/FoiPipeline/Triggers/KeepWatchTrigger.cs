using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Watching;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

internal sealed class KeepWatchTrigger(KeepWatch watch) : ITrigger
{
    public string Name => KeepWatch.Function;

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancel)
    {
        var report = await watch.RunAsync(cancel).ConfigureAwait(false);
        var sentence = $"{report.TakenIn} missed mails taken in, {report.LeftForNextRun} left for the next run, {report.Notices} given up by the host shown in triage; "
            + $"{report.Measures.Untouched} untouched, {report.Measures.Unread} unread, {report.Measures.Triage} in triage.";

        // Everything else is done; only now, so that the failure shows where failures are looked for.
        return report.Failures is [var first, ..]
            ? throw new MissedMailException($"{report.Failures.Count} missed mails could not be taken in and are tried again, {MailDocument.ForLog(first.Document)} because: {first.Problem} ({sentence})")
            : sentence;
    }
}
