using FoiPipeline.Core.Ports;

namespace FoiPipeline.Benchmarks.Micro;

/// <summary>Takes every letter at once and keeps none: what the mail server costs is not ours.</summary>
internal sealed class AcceptingMailbox : IMailbox
{
    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancel) => Task.FromResult(new SendResult(SendStage.Accepted, "250 2.0.0 Ok"));

    public IAsyncEnumerable<IncomingMail> CollectAsync(string? cursor, CancellationToken cancel) => AsyncEnumerable.Empty<IncomingMail>();

    public Task<FindSentResult> FindSentAsync(string messageId, CancellationToken cancel) =>
        Task.FromResult(new FindSentResult(FindSentStage.Unknown, null, "nothing is kept"));
}

/// <summary>Stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
