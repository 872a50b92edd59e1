using FoiPipeline.Serving.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FoiPipeline.Serving;

/// <summary>What the host asks for to learn that the handler is there, at the start and again and again: <c>GET /</c>. It follows redirects, so there is none.</summary>
internal static class ReadinessEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Map("/", context => PageAnswer.Json(new { ready = true }).WriteAsync(context.Response, context.RequestAborted));
}
