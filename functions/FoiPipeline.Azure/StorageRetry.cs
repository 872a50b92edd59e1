using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure;

/// <summary>
/// Tries again what the services or the line refused for the moment: at most five more times, with growing pauses (or those the service asks for),
/// and not any more once <see cref="Patience"/> is over. A function then fails in under a minute, and the host rings it again later.
/// </summary>
/// <param name="clock">The machine's clock.</param>
internal sealed class StorageRetry(TimeProvider clock)
    : RetryPolicy(MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(8)))
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    /// <summary>How long one attempt may be silent.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(20);

    private const int MaxRetries = 5;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsPatient(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsPatient(message) ? base.ShouldRetryAsync(message, exception) : ValueTask.FromResult(false);

    private bool IsPatient(HttpMessage message) => clock.GetUtcNow() - message.ProcessingContext.StartTime < Patience;
}
