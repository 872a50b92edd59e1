using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Tests.Telemetry;

/// <summary>
/// Everything the pipeline tells while it is there. Tests run side by side and the meter is one for all: who asks for measures compares what is his alone.
/// </summary>
internal sealed class Recording : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _measures = new();
    private readonly AsyncLocal<bool> _mine = new() { Value = true };
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();

    public Recording()
    {
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FoiTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (_mine.Value)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spanListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FoiTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meterListener.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>The values of an instrument, each with its tags as <c>key=value</c> in order of key.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string instrument) =>
        [.. _measures.Where(m => m.Name == instrument)
            .Select(m => (m.Value, string.Join(' ', m.Tags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}={t.Value}"))))];

    public void Dispose()
    {
        _spanListener.Dispose();
        _meterListener.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_mine.Value)
        {
            _measures.Enqueue((instrument.Name, value, tags.ToArray()));
        }
    }
}
