using FoiPipeline.Core.Replies;

namespace FoiPipeline.Triggers;

internal sealed class ExtractReplyTrigger(ExtractReply extract) : ITrigger
{
    public string Name => "ExtractReply";

    public Task RunAsync(string payload, CancellationToken cancel) => extract.RunAsync(ReplyMessages.ReadExtract(payload).Mail, cancel);
}
