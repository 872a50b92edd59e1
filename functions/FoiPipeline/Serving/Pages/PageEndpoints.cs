using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FoiPipeline.Serving.Pages;

/// <summary>The pages, at the routes their <c>function.json</c> gives: the host passes requests on as they came, forwarded or proxied.</summary>
/// <param name="app">The function app's files.</param>
/// <param name="pages">One for each HTTP function, by the function's name.</param>
internal sealed class PageEndpoints(FunctionApp app, IReadOnlyDictionary<string, Func<PageRequest, CancellationToken, Task<PageAnswer>>> pages)
{
    /// <summary>The pages of this program.</summary>
    /// <param name="app">The function app's files.</param>
    /// <param name="round">Finds the round.</param>
    public static PageEndpoints Standard(FunctionApp app, Func<CancellationToken, Task<OpenedRound>> round) =>
        new(app, new Dictionary<string, Func<PageRequest, CancellationToken, Task<PageAnswer>>>(StringComparer.Ordinal)
        {
            [ShowStatus.Function] = new ShowStatus(round).RunAsync,
            [CheckHealth.Function] = new CheckHealth(round, TimeProvider.System).RunAsync,
        });

    /// <exception cref="FunctionAppException">A folder with a function.json exists for which the program has no page.</exception>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var function in app.Functions.OfType<HttpFunction>())
        {
            var page = pages.GetValueOrDefault(function.Name)
                ?? throw new FunctionAppException($"There is a folder '{function.Name}' with a function.json for a page, but no page of that name in the program.");
            routes.Map($"/{function.Route}", context => AnswerAsync(page, context));
        }
    }

    private static async Task AnswerAsync(Func<PageRequest, CancellationToken, Task<PageAnswer>> page, HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            await PageAnswer.Notice(StatusCodes.Status405MethodNotAllowed, "Not possible", "A page can only be read (GET, HEAD).", PageAnswer.IsJsonWanted(request))
                .WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var answer = await page(PageRequest.Of(request), context.RequestAborted).ConfigureAwait(false);
        await answer.WriteAsync(context.Response, context.RequestAborted).ConfigureAwait(false);
    }
}

/// <param name="By">The column of the register to group by; nothing where none was named.</param>
/// <param name="AsJson">A program asks.</param>
/// <param name="Visitor">Whether whoever asks may see it.</param>
internal sealed record PageRequest(string? By, bool AsJson, Visitor Visitor)
{
    public static PageRequest Of(HttpRequest request) => new(
        request.Query["by"].ToString() is { Length: > 0 } by ? by : null,
        PageAnswer.IsJsonWanted(request),
        Visitor.Of(request.Headers, AppSettings.Get));
}
