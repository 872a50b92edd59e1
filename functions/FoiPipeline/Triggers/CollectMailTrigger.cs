using FoiPipeline.Core.Mails;

namespace FoiPipeline.Triggers;

internal sealed class CollectMailTrigger(CollectMail collect) : ITrigger
{
    public string Name => "CollectMail";

    public Task RunAsync(string payload, CancellationToken cancel) => collect.RunAsync(cancel);
}
