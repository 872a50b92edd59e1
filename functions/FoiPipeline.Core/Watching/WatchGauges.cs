using System.Diagnostics.Metrics;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Watching;

/// <summary>The latest measures as gauges. Where nothing waits an age is 0, so that an alarm ends when its cause does.</summary>
internal static class WatchGauges
{
    private static readonly Gauge<long> QueueLength =
        FoiTelemetry.Meter.CreateGauge<long>("foi.queue.length", "{message}", "Messages of a queue, hidden ones included.");

    private static readonly Gauge<double> QueueAge =
        FoiTelemetry.Meter.CreateGauge<double>("foi.queue.age", "s", "How long the oldest visible message of a queue has been in it.");

    private static readonly Gauge<double> UntouchedAge =
        FoiTelemetry.Meter.CreateGauge<double>("foi.mail.oldest_untouched.age", "s", "Since the oldest document of the inbox was stored that nobody has taken in.");

    private static readonly Gauge<double> UnreadAge =
        FoiTelemetry.Meter.CreateGauge<double>("foi.mail.oldest_unread.age", "s", "Since the oldest mail was stored that was taken in and not read.");

    private static readonly Gauge<long> TriageLength =
        FoiTelemetry.Meter.CreateGauge<long>("foi.triage.length", "{item}", "Things that wait for a person.");

    private static readonly Gauge<double> TriageAge =
        FoiTelemetry.Meter.CreateGauge<double>("foi.triage.oldest.age", "s", "How long the oldest thing in triage has waited.");

    private static readonly Gauge<long> LettersOpen =
        FoiTelemetry.Meter.CreateGauge<long>("foi.letters.open", "{letter}", "Letters that are not settled: queued, being sent, or unconfirmed.");

    public static void Show(Measures measures)
    {
        foreach (var queue in measures.Queues)
        {
            var tag = new KeyValuePair<string, object?>(TagNames.Queue, queue.Name);
            QueueLength.Record(queue.Length, tag);
            QueueAge.Record(Seconds(queue.OldestAge), tag);
        }

        UntouchedAge.Record(Seconds(measures.OldestUntouched));
        UnreadAge.Record(Seconds(measures.OldestUnread));
        TriageLength.Record(measures.Triage);
        TriageAge.Record(Seconds(measures.OldestTriage));
        Show(Delivery.Queued, measures.LettersWaiting);
        Show(Delivery.Sending, measures.LettersInFlight);
        Show(Delivery.Unconfirmed, measures.LettersUnconfirmed);
    }

    private static void Show(Delivery delivery, int letters) =>
        LettersOpen.Record(letters, new KeyValuePair<string, object?>(TagNames.LetterOutcome, delivery.ToString()));

    private static double Seconds(TimeSpan? age) => age is { TotalSeconds: > 0 and var seconds } ? seconds : 0;
}
