using Azure.Core;
using Azure.Core.Pipeline;

namespace FoiPipeline.Azure;

/// <summary>
/// Tries again what the services or the line refused for the moment: at most five more times, with growing pauses (or those the service asks for),
/// and not any more once <see cref="Patience"/> is over. A function then fails in under a minute, and the host rings it again later.
/// </summary>
/// <param name="clock">Measures the patience.</param>
/// <param name="pause">Before the second try, more or less; each further pause is twice as long.</param>
internal sealed class StorageRetry(TimeProvider clock, TimeSpan pause)
    : RetryPolicy(MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(pause, TimeSpan.FromSeconds(8)))
{
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(400);

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    /// <summary>How long one attempt may be silent.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(20);

    private const int MaxRetries = 5;

    protected override void OnSendingRequest(HttpMessage message) => Begin(message);

    protected override ValueTask OnSendingRequestAsync(HttpMessage message)
    {
        Begin(message);
        return ValueTask.CompletedTask;
    }

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsPatient(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsPatient(message) ? base.ShouldRetryAsync(message, exception) : ValueTask.FromResult(false);

    private void Begin(HttpMessage message)
    {
        if (!message.TryGetProperty(typeof(StorageRetry), out _))
        {
            message.SetProperty(typeof(StorageRetry), clock.GetTimestamp());
        }
    }

    private bool IsPatient(HttpMessage message) =>
        message.TryGetProperty(typeof(StorageRetry), out var begun) && clock.GetElapsedTime((long)begun!) < Patience;
}
