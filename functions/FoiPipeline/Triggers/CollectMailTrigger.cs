using FoiPipeline.Composition;
using FoiPipeline.Core.Mails;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

/// <param name="collect">Nothing where there is no mailbox.</param>
internal sealed class CollectMailTrigger(CollectMail? collect) : ITrigger
{
    public string Name => "CollectMail";

    public async Task<string> RunAsync(FunctionCall call, CancellationToken cancel) =>
        collect is null ? NoMailbox.Sentence : $"{await collect.RunAsync(cancel).ConfigureAwait(false)} new mails collected.";
}
