using FoiPipeline.Composition;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>
/// Whether whoever asks for a page may see it. Who it is, App Service Authentication says in headers of its own; it removes forged ones only while it is turned on, so
/// they count for nothing without it, and in App Service nothing is shown without it.
/// </summary>
/// <param name="Status">The HTTP status of the refusal; nothing where the page may be shown.</param>
/// <param name="Sentence">Why not, and what to do.</param>
internal readonly record struct Visitor(int? Status, string Sentence)
{
    private const string Principal = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <param name="headers">Of the request.</param>
    /// <param name="setting">Looks up a setting.</param>
    public static Visitor Of(IHeaderDictionary headers, Func<string, string?> setting)
    {
        if (bool.TryParse(setting(AppSettings.AuthEnabled), out var stands) && stands)
        {
            return string.IsNullOrWhiteSpace(headers[Principal])
                ? new Visitor(StatusCodes.Status401Unauthorized, "Sign in first: this page is for the people of the round only.")
                : default;
        }

        return setting(AppSettings.SiteName) is null
            ? default
            : new Visitor(StatusCodes.Status403Forbidden, "This page is not shown because App Service Authentication is turned off for this function app: turn it on (see infra/README.md).");
    }

    /// <summary>
    /// Where the program serves its user alone: whoever asks must have asked for this machine. A page from elsewhere whose name was made to lead here has
    /// another name in its request.
    /// </summary>
    public static Visitor OnThisMachine(HostString host) => host.Host is "127.0.0.1" or "localhost"
        ? default
        : new Visitor(StatusCodes.Status403Forbidden, "This page is shown to people at this machine only: ask for it at 127.0.0.1.");
}
