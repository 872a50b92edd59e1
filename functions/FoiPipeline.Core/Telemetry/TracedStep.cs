using System.Diagnostics;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Core.Telemetry;

/// <summary>Runs one step of the pipeline inside a span and measures how long it took. What the step answers or throws goes on unchanged.</summary>
public static class TracedStep
{
    /// <summary>A step on one mail: part of the mail's own trace, whoever runs it.</summary>
    public static Task<T> OfMailAsync<T>(string step, string mail, Func<Task<T>> work) =>
        RunAsync(step, Start(step, TraceOrigin.OfMail(mail))?.SetTag(TagNames.Mail, mail), work);

    /// <inheritdoc cref="OfMailAsync{T}(string, string, Func{Task{T}})"/>
    public static Task OfMailAsync(string step, string mail, Func<Task> work) => OfMailAsync(step, mail, () => Answered(work));

    /// <summary>A step on one letter: part of the letter's own trace.</summary>
    public static Task<T> OfLetterAsync<T>(string step, LetterId letter, Func<Task<T>> work) =>
        RunAsync(step, Start(step, TraceOrigin.OfLetter(letter))?.SetTag(TagNames.Letter, letter.ToString()), work);

    /// <summary>A step on nothing in particular, or a part of the step it is called in.</summary>
    public static Task<T> RunAsync<T>(string step, Func<Task<T>> work) => RunAsync(step, FoiTelemetry.Source.StartActivity(step), work);

    /// <summary>
    /// Begins a span in the trace of <paramref name="origin"/>: under the span that is at work if that is of the same trace, else under the origin, with a link to
    /// what set it going (a timer that collects a hundred mails, say).
    /// </summary>
    public static Activity? Start(string name, ActivityContext origin, ActivityKind kind = ActivityKind.Internal)
    {
        var around = Activity.Current;
        return origin == default || around?.TraceId == origin.TraceId
            ? FoiTelemetry.Source.StartActivity(name, kind)
            : FoiTelemetry.Source.StartActivity(name, kind, origin, links: around is null ? null : [new ActivityLink(around.Context)]);
    }

    private static async Task<T> RunAsync<T>(string step, Activity? started, Func<Task<T>> work)
    {
        var begun = Stopwatch.GetTimestamp();
        using var span = started;
        string? failure = null;
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            failure = problem.GetType().FullName;
            FoiTelemetry.Fail(span, problem);
            throw;
        }
        finally
        {
            FoiMetrics.StepEnded(step, Stopwatch.GetElapsedTime(begun), failure);
        }
    }

    private static async Task<bool> Answered(Func<Task> work)
    {
        await work().ConfigureAwait(false);
        return true;
    }
}
