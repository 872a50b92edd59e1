using System.Diagnostics;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Composition;

/// <summary>What ties a log line to a trace: its ids, and the mail or letter that is being worked on. Nothing where there is no span.</summary>
internal static class TelemetryFields
{
    private static readonly string[] Ids = [TagNames.Mail, TagNames.Letter];

    public static IEnumerable<KeyValuePair<string, string>> Current()
    {
        if (Activity.Current is not { } span)
        {
            yield break;
        }

        var mail = Find(span, TagNames.Mail);

        // A line of the server that took the call is outside the mail's own trace, and belongs to it.
        var trace = mail is not null && TraceOrigin.OfMail(mail) is { } origin && origin != default ? origin.TraceId : span.TraceId;
        yield return new("trace_id", trace.ToHexString());
        yield return new("span_id", span.SpanId.ToHexString());
        foreach (var id in Ids)
        {
            if (Find(span, id) is { } value)
            {
                yield return new(id, value);
            }
        }
    }

    private static string? Find(Activity span, string tag)
    {
        for (var up = span; up is not null; up = up.Parent)
        {
            if (up.GetTagItem(tag) is string value)
            {
                return value;
            }
        }

        return null;
    }
}
