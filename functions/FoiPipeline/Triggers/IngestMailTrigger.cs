using FoiPipeline.Core.Mails;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

internal sealed class IngestMailTrigger(IngestMail ingest) : ITrigger
{
    public string Name => "IngestMail";

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancel)
    {
        await (call.Content is { } content ? ingest.RunAsync(call.Payload, content, cancel) : ingest.RunAsync(call.Payload, cancel)).ConfigureAwait(false);
        return $"{MailDocument.ForLog(call.Payload)} taken in.";
    }
}
