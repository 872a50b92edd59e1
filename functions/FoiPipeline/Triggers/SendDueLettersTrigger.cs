using FoiPipeline.Core.Letters;

namespace FoiPipeline.Triggers;

internal sealed class SendDueLettersTrigger(SendDueLetters send) : ITrigger
{
    public string Name => "SendDueLetters";

    public Task RunAsync(string payload, CancellationToken cancel) => send.RunAsync(cancel);
}
