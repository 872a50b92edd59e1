using FoiPipeline.Core.Mails;

namespace FoiPipeline.Triggers;

internal sealed class IngestMailTrigger(IngestMail ingest) : ITrigger
{
    public string Name => "IngestMail";

    public Task RunAsync(string payload, CancellationToken cancel) => ingest.RunAsync(payload, cancel);
}
