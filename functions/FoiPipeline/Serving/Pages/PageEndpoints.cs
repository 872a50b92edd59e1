using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Serving.Invocations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FoiPipeline.Serving.Pages;

/// <summary>The pages, at the routes their <c>function.json</c> gives: the host passes requests on as they came, forwarded or proxied.</summary>
/// <param name="app">The function app's files.</param>
/// <param name="pages">One for each HTTP function, by the function's name.</param>
/// <param name="admit">Whether whoever asks may see them.</param>
/// <param name="guard">Tells a call by the host from a visitor's; nothing where there is no host.</param>
internal sealed class PageEndpoints(
    FunctionApp app, IReadOnlyDictionary<string, Func<PageRequest, CancellationToken, Task<PageAnswer>>> pages, Func<HttpRequest, Visitor> admit, TriggerGuard? guard)
{
    /// <summary>The pages of this program.</summary>
    /// <param name="app">The function app's files.</param>
    /// <param name="round">Finds the round.</param>
    /// <param name="admit">Whether whoever asks may see them.</param>
    /// <param name="guard">Tells a call by the host from a visitor's; nothing where there is no host.</param>
    public static PageEndpoints Standard(
        FunctionApp app, Func<CancellationToken, Task<OpenedRound>> round, Func<HttpRequest, Visitor> admit, TriggerGuard? guard = null) =>
        new(app, new Dictionary<string, Func<PageRequest, CancellationToken, Task<PageAnswer>>>(StringComparer.Ordinal)
        {
            [ShowStatus.Function] = new ShowStatus(round).RunAsync,
            [CheckHealth.Function] = new CheckHealth(round, TimeProvider.System).RunAsync,
        }, admit, guard);

    /// <exception cref="FunctionAppException">A folder with a function.json exists for which the program has no page.</exception>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var function in app.Functions.OfType<HttpFunction>())
        {
            var page = pages.GetValueOrDefault(function.Name)
                ?? throw new FunctionAppException($"There is a folder '{function.Name}' with a function.json for a page, but no page of that name in the program.");
            routes.Map($"/{function.Route}", context => AnswerAsync(page, context));
            if (guard is not null)
            {
                routes.Map($"/{function.Name}", guard.Before(context => AnswerCallAsync(function, page, context)));
            }
        }
    }

    private async Task AnswerAsync(Func<PageRequest, CancellationToken, Task<PageAnswer>> page, HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await PageAnswer.Notice(StatusCodes.Status405MethodNotAllowed, "Not possible", "A page can only be read (GET, HEAD).", PageAnswer.IsJsonWanted(request))
                .WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var answer = await page(PageRequest.Of(request, admit(request)), context.RequestAborted).ConfigureAwait(false);
        await answer.WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A host that does not pass requests on tells of them in an envelope, and the page goes out by the binding. Our host.json makes it pass them on.</summary>
    private static async Task AnswerCallAsync(HttpFunction function, Func<PageRequest, CancellationToken, Task<PageAnswer>> page, HttpContext context)
    {
        try
        {
            var told = await Invocation.ReadPayloadAsync(function, context.Request.BodyReader, context.RequestAborted).ConfigureAwait(false);
            var answer = await page(PageRequest.Of(told, headers => Visitor.Of(headers, AppSettings.Get)), context.RequestAborted).ConfigureAwait(false);
            await InvocationAnswer.SucceededAsync(context.Response, $"{function.Route}: {answer.Status}", json => answer.WriteTo(json, function.Answer), context.RequestAborted).ConfigureAwait(false);
        }
        catch (EnvelopeException e)
        {
            await InvocationAnswer.FailedAsync(context.Response, StatusCodes.Status400BadRequest, e.Message, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
