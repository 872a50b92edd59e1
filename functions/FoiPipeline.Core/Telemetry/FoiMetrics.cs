using System.Diagnostics;
using System.Diagnostics.Metrics;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Telemetry;

/// <summary>
/// What is counted as it happens. A happening is counted by whoever wrote it into the journal, so running a step again counts nothing twice; a process killed
/// between the two counts it never. The journal is the truth, these are its pulse.
/// </summary>
public static class FoiMetrics
{
    private const string None = "none";

    private static readonly Counter<long> Letters =
        FoiTelemetry.Meter.CreateCounter<long>("foi.letters", "{letter}", "Attempts at delivery by how they ended, and letters that came back.");

    private static readonly Counter<long> Replies =
        FoiTelemetry.Meter.CreateCounter<long>("foi.replies", "{reply}", "Judgements of replies by kind, and by whom.");

    private static readonly Counter<long> Ingested =
        FoiTelemetry.Meter.CreateCounter<long>("foi.mails.ingested", "{mail}", "Mails taken in, by what attributed them or what was doubtful.");

    private static readonly Histogram<double> Steps = FoiTelemetry.Meter.CreateHistogram(
        "foi.step.duration", "s", "How long a step of the pipeline took.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });

    public static void LetterEnded(LetterKind kind, Delivery outcome) =>
        Letters.Add(1, new(TagNames.LetterKind, kind.ToString()), new(TagNames.LetterOutcome, outcome.ToString()));

    public static void ReplyJudged(ReplyKind kind, bool byPerson) =>
        Replies.Add(1, new(TagNames.ReplyKind, kind.ToString()), new(TagNames.JudgedBy, byPerson ? "person" : "rule"));

    public static void MailIngested(MailMatched matched) => Ingested.Add(
        1,
        new(TagNames.MatchRung, matched.Rung.Length > 0 ? matched.Rung : None),
        new(TagNames.MatchDoubt, matched.DoubtKind ?? None));

    /// <param name="step">Name of the step.</param>
    /// <param name="time">How long it took.</param>
    /// <param name="failure">The type of what it threw; nothing if it went well.</param>
    internal static void StepEnded(string step, TimeSpan time, string? failure)
    {
        var tags = new TagList { { TagNames.Step, step } };
        if (failure is not null)
        {
            tags.Add(TagNames.ErrorType, failure);
        }

        Steps.Record(time.TotalSeconds, tags);
    }
}
