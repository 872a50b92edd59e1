using FoiPipeline.Core.Replies;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

internal sealed class ExtractReplyTrigger(ExtractReply extract) : ITrigger
{
    public string Name => "ExtractReply";

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancel)
    {
        var mail = ReplyMessages.ReadExtract(call.Payload).Mail;
        await extract.RunAsync(mail, cancel).ConfigureAwait(false);
        return $"Mail {mail} read.";
    }
}
