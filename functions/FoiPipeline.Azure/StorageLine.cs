using Azure.Core.Pipeline;

namespace FoiPipeline.Azure;

/// <summary>How requests travel, for those who stand in between: tests.</summary>
/// <param name="Transport">What carries a request; the client libraries' own if not given.</param>
/// <param name="Pause">Before a second try.</param>
internal sealed record StorageLine(HttpPipelineTransport? Transport, TimeSpan Pause)
{
    public static StorageLine Ordinary { get; } = new(null, StorageRetry.FirstPause);
}
