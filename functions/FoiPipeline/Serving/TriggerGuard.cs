using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving;

/// <summary>
/// Tells a call by the Functions host from web traffic that the host passes on to the same port. The host's own client names the port it
/// calls and adds nothing; whatever comes from outside, forwarded or proxied, names another host or carries what front ends, proxies and browsers add.
/// </summary>
/// <param name="port">The port the host was told to call.</param>
internal sealed class TriggerGuard(int port)
{
    public const string InvocationId = "X-Azure-Functions-InvocationId";

    /// <summary>Headers that a call by the host never has.</summary>
    private static readonly HashSet<string> OfOutside = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-ms-invocation-id", "X-ARR-LOG-ID", "X-ARR-SSL", "DISGUISED-HOST", "WAS-DEFAULT-HOSTNAME", "X-SITE-DEPLOYMENT-ID", "X-AppService-Proto",
        "X-WAWS-Unencoded-URL", "CLIENT-IP", "X-Client-IP", "X-Client-Port", "X-Real-IP", "X-Azure-FDID", "X-Azure-ClientIP", "X-Azure-SocketIP",
        "Forwarded", "Via", "Origin", "Referer", "Cookie", "Authorization", "X-HTTP-Method-Override",
    };

    /// <summary>And families of such headers.</summary>
    private static readonly string[] FamiliesOfOutside = ["X-Forwarded-", "X-Original-", "X-MS-CLIENT-PRINCIPAL", "X-MS-TOKEN-", "Sec-"];

    private readonly string _host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    /// <summary>Leads to <paramref name="next"/> only what the host itself calls; anything else finds nothing here.</summary>
    public RequestDelegate Before(RequestDelegate next) => context => Admits(context) ? next(context) : Pages.NotFoundPage.WriteAsync(context);

    public bool Admits(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && context.Request.Headers.Host is [{ } host] && host == _host
        && context.Request.Headers[InvocationId] is [{ } id] && Guid.TryParse(id, out _)
        && !context.Request.QueryString.HasValue
        && !context.Request.Headers.Keys.Any(IsOfOutside);

    private static bool IsOfOutside(string header) =>
        OfOutside.Contains(header) || FamiliesOfOutside.Any(family => header.StartsWith(family, StringComparison.OrdinalIgnoreCase));
}
