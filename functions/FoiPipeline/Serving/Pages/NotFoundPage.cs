using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>The answer to every path where nothing is, and to every call of a function that does not come from the host: the same, so that it tells nothing.</summary>
internal static class NotFoundPage
{
    public static Task WriteAsync(HttpContext context)
    {
        var isPerson = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return PageAnswer.Notice(StatusCodes.Status404NotFound, "Not found", "There is nothing here.", !isPerson).WriteAsync(context.Response, context.RequestAborted);
    }
}
