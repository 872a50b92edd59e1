using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FoiPipeline.Core.Telemetry;

/// <summary>
/// Where the pipeline tells what it does: one source of spans and one meter, both of the base class library. Nobody listening, nothing is made. What is
/// told are ids, kinds and numbers; never a subject, an address, a file's name or any content.
/// </summary>
public static class FoiTelemetry
{
    /// <summary>What a listener subscribes to, for spans and for measures.</summary>
    public const string Name = "FoiPipeline";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Notes on a span that its work failed. Only the kind of failure: messages may quote what a mail server or a mail said.</summary>
    public static void Fail(Activity? span, Exception problem)
    {
        span?.SetStatus(ActivityStatusCode.Error, problem.GetType().Name);
        span?.SetTag(TagNames.ErrorType, problem.GetType().FullName);
    }
}
