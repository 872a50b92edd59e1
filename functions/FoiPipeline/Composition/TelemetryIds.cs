using System.Diagnostics;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Composition;

/// <summary>Has spans made although nobody collects them, so that log lines carry their ids.</summary>
internal sealed class TelemetryIds : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == FoiTelemetry.Name,
        Sample = (ref _) => ActivitySamplingResult.PropagationData,
    };

    private TelemetryIds() => ActivitySource.AddActivityListener(_listener);

    public static TelemetryIds Listen() => new();

    public void Dispose() => _listener.Dispose();
}
