using FoiPipeline.Composition;
using FoiPipeline.Core.Letters;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

/// <param name="send">Nothing where there is no mailbox.</param>
internal sealed class SendDueLettersTrigger(SendDueLetters? send) : ITrigger
{
    public string Name => "SendDueLetters";

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancel)
    {
        if (send is null)
        {
            return NoMailbox.Sentence;
        }

        var report = await send.RunAsync(cancel).ConfigureAwait(false);
        return $"Letters: {report.Sent} sent, {report.Deferred} put off, {report.Refused} refused, {report.Unconfirmed} unconfirmed, {report.Settled} settled.";
    }
}
