using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Serving.Invocations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FoiPipeline.Serving;

/// <summary>
/// Where the Functions host rings: <c>POST /{FunctionName}</c> for every function that a timer, a queue or a blob rings. Success is 200, anything else makes the host
/// try again by its own rules. The host does not log why a call failed, so that is done here.
/// </summary>
internal sealed partial class TriggerEndpoints(FunctionApp app, Func<FunctionCall, CancellationToken, Task<string>> ring, TriggerGuard guard, ILogger log)
{
    /// <summary>
    /// Most bytes of a call with a blob in it, in base64: a blob of 384 MB. Nothing over <see cref="Core.Mails.IngestMail.MostBytes"/> is read as a mail, but
    /// larger ones must be seen too, to be shown to a person.
    /// </summary>
    public const long MostBlobBody = 512L << 20;

    /// <summary>Most bytes of any other request. A queue's message is 64 kB at most, and may grow fourfold in its envelope.</summary>
    public const long MostBody = 1L << 20;

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var function in app.Functions.Where(f => f is not HttpFunction))
        {
            // Every method is taken, so that a wrong one learns as little as a wrong path.
            routes.Map($"/{function.Name}", guard.Before(context => AnswerAsync(function, context)));
        }
    }

    private async Task AnswerAsync(FunctionDefinition function, HttpContext context)
    {
        var (response, cancel) = (context.Response, context.RequestAborted);
        var id = context.Request.Headers[TriggerGuard.InvocationId].ToString();
        int? attempt = null;
        try
        {
            if (function is BlobFunction && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = MostBlobBody;
            }

            await using var invocation = await Invocation.ReadAsync(function, context.Request.BodyReader, cancel).ConfigureAwait(false);
            attempt = invocation.Attempt;
            var sentence = await ring(invocation.Call, cancel).ConfigureAwait(false);
            Log.Done(log, function.Name, id, sentence);
            await InvocationAnswer.SucceededAsync(response, sentence, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Log.GivenBack(log, function.Name, id);
        }
        catch (NoRoundException e) when (function is TimerFunction)
        {
            // A fresh deployment is no fault: there is nothing to send or collect yet.
            Log.Done(log, function.Name, id, e.Message);
            await InvocationAnswer.SucceededAsync(response, e.Message, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            Tell(function, id, attempt, e);
            await InvocationAnswer.FailedAsync(response, StatusOf(e), Sentence(e), cancel).ConfigureAwait(false);
        }
    }

    private void Tell(FunctionDefinition function, string id, int? attempt, Exception problem)
    {
        var detail = AppSettings.Get(AppSettings.Debug) is null ? null : problem;
        if (function is QueueFunction queue && attempt is { } tries)
        {
            if (tries >= app.Queues.MaxDequeueCount)
            {
                Log.FailedForGood(log, function.Name, id, tries, Sentence(problem), queue.Queue, detail);
                return;
            }

            Log.MessageFailed(log, function.Name, id, tries, app.Queues.MaxDequeueCount, Sentence(problem), detail);
            return;
        }

        Log.Failed(log, function.Name, id, Sentence(problem), detail);
    }

    private static int StatusOf(Exception problem) => problem switch
    {
        EnvelopeException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string Sentence(Exception problem) => problem.Message.ReplaceLineEndings(" ");

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Information, "{Function} {Invocation}: {Done}")]
        public static partial void Done(ILogger logger, string function, string invocation, string done);

        [LoggerMessage(102, LogLevel.Warning, "{Function} {Invocation}: the host went away before it was done; nothing is lost, the call comes again.")]
        public static partial void GivenBack(ILogger logger, string function, string invocation);

        [LoggerMessage(103, LogLevel.Error, "{Function} {Invocation} failed: {Problem}")]
        public static partial void Failed(ILogger logger, string function, string invocation, string problem, Exception? exception);

        [LoggerMessage(104, LogLevel.Error, "{Function} {Invocation} failed (attempt {Attempt} of {Attempts}): {Problem}")]
        public static partial void MessageFailed(ILogger logger, string function, string invocation, int attempt, int attempts, string problem, Exception? exception);

        [LoggerMessage(105, LogLevel.Error, "{Function} {Invocation} failed (attempt {Attempt}, the last): {Problem} The message goes to '{Queue}-poison', and triage will show it; 'foi retry' tries again.")]
        public static partial void FailedForGood(ILogger logger, string function, string invocation, int attempt, string problem, string queue, Exception? exception);
    }
}
