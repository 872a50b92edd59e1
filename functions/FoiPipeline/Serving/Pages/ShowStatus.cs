using FoiPipeline.Composition;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Triage;
using FoiPipeline.Dashboard;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>Where the round stands, as a page or as the object that <c>foi status --json</c> writes.</summary>
/// <param name="round">Finds the round.</param>
internal sealed class ShowStatus(Func<CancellationToken, Task<OpenedRound>> round)
{
    public const string Function = "ShowStatus";

    public async Task<PageAnswer> RunAsync(PageRequest request, CancellationToken cancel)
    {
        if (request.Visitor.Status is { } refused)
        {
            return PageAnswer.Notice(refused, "Not for you to see", request.Visitor.Sentence, request.AsJson);
        }

        try
        {
            return await ShowAsync(await round(cancel).ConfigureAwait(false), request, cancel).ConfigureAwait(false);
        }
        catch (NoRoundException)
        {
            return PageAnswer.Notice(StatusCodes.Status404NotFound, "No round is open yet", "Open one with 'foi open'; it is shown here within a minute.", request.AsJson);
        }
        catch (TriageException e)
        {
            return PageAnswer.Notice(StatusCodes.Status400BadRequest, "There is no such column", e.Message, request.AsJson);
        }
        catch (StoreUnavailableException e)
        {
            return PageAnswer.Notice(StatusCodes.Status503ServiceUnavailable, "The round cannot be read now", e.Message, request.AsJson);
        }
    }

    private static async Task<PageAnswer> ShowAsync(OpenedRound round, PageRequest request, CancellationToken cancel)
    {
        var report = await round.Pipeline.Status.RunAsync(request.By, cancel).ConfigureAwait(false);
        if (request.AsJson)
        {
            return PageAnswer.Json(report);
        }

        var columns = round.Pipeline.Book.Round.Authorities.SelectMany(a => a.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return PageAnswer.Page(StatusPage.Render(report, round.Clock.GetUtcNow(), [.. columns]));
    }
}
