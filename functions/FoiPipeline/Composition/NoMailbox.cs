using FoiPipeline.Core.Ports;

namespace FoiPipeline.Composition;

/// <summary>Stands where no mailbox is set up: nothing can be sent or collected, and whoever tries is told. Letters wait in their queue.</summary>
internal sealed class NoMailbox : IMailbox
{
    public const string Sentence =
        "No mailbox is set up for a round in a storage account yet, so no letter is sent and no mail collected; mails put into the container 'inbox' are taken in. A rehearsal has one: see FoiRehearsal.";

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel) => throw new StoreUnavailableException(Sentence);

    public IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, CancellationToken cancel) => throw new StoreUnavailableException(Sentence);

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel) => throw new StoreUnavailableException(Sentence);
}
