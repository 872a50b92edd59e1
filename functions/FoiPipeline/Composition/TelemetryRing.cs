using System.Diagnostics;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Telemetry;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Composition;

/// <summary>One ringing of a function as a span. What rings for one mail is part of that mail's trace; a timer's ringing is a trace of its own.</summary>
internal static class TelemetryRing
{
    /// <summary>Begins the span, for whoever wants his own log lines within it; nothing where nobody listens. Ringing inside it makes no second one.</summary>
    public static Activity? Start(FunctionCall call)
    {
        var (trigger, mail) = Describe(call);
        var around = Activity.Current;
        var span = TracedStep.Start(call.Function, mail is null ? default : TraceOrigin.OfMail(mail), trigger == "timer" ? ActivityKind.Internal : ActivityKind.Consumer);
        span?.SetTag(TagNames.FunctionName, call.Function).SetTag(TagNames.FunctionTrigger, trigger);
        if (mail is not null)
        {
            // A line logged around the call, by the server that took it, then tells whose it was as well.
            around?.SetTag(TagNames.Mail, mail);
            span?.SetTag(TagNames.Mail, mail);
        }

        if (trigger == "pubsub")
        {
            span?.SetTag(TagNames.Queue, ReplyMessages.ExtractQueue).SetTag(TagNames.MessagingOperation, "process");
        }

        return span;
    }

    /// <summary>Rings inside the span.</summary>
    public static async Task<string> RunAsync(FunctionCall call, Func<Task<string>> ring)
    {
        var mine = Activity.Current is { } current && current.Source.Name == FoiTelemetry.Name && current.OperationName == call.Function ? null : Start(call);
        using (mine)
        {
            try
            {
                return await ring().ConfigureAwait(false);
            }
            catch (Exception problem)
            {
                FoiTelemetry.Fail(mine ?? Activity.Current, problem);
                throw;
            }
        }
    }

    private static (string Trigger, string? Mail) Describe(FunctionCall call) => call.Payload switch
    {
        "" => ("timer", null),
        var name when name.StartsWith($"{MailDocument.Container}/", StringComparison.Ordinal) => ("datasource", MailDocument.ClaimedId(name)),
        var message => ("pubsub", MailIn(message)),
    };

    private static string? MailIn(string message)
    {
        try
        {
            return ReplyMessages.ReadExtract(message).Mail;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
