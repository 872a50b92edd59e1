using FoiPipeline.Composition;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using Microsoft.AspNetCore.Http;

namespace FoiPipeline.Serving.Pages;

/// <summary>
/// Whether the program reaches its store. Anybody may ask, so it tells nothing else; and the store is asked at most once in <see cref="AskEvery"/>, so that nobody can
/// make it work.
/// </summary>
/// <param name="round">Finds the round.</param>
/// <param name="clock">Real time.</param>
internal sealed class CheckHealth(Func<CancellationToken, Task<OpenedRound>> round, TimeProvider clock)
{
    public const string Function = "CheckHealth";

    public static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<PageAnswer>? _last;
    private DateTimeOffset _asked;

    public Task<PageAnswer> RunAsync(PageRequest request, CancellationToken cancel)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_last is null || (_last.IsCompleted && now - _asked >= AskEvery))
            {
                // Not with the visitor's own cancellation: others wait for the same answer.
                (_last, _asked) = (AskAsync(), now);
            }

            return _last.WaitAsync(cancel);
        }
    }

    private async Task<PageAnswer> AskAsync()
    {
        using var patience = new CancellationTokenSource(AskEvery, clock);
        try
        {
            var opened = await round(patience.Token).ConfigureAwait(false);
            await opened.Store.Queue.CountAsync(ReplyMessages.ExtractQueue, patience.Token).ConfigureAwait(false);
            return Answer(isHealthy: true, hasRound: true);
        }
        catch (NoRoundException)
        {
            return Answer(isHealthy: true, hasRound: false);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            return Answer(isHealthy: false, hasRound: false);
        }
    }

    private static PageAnswer Answer(bool isHealthy, bool hasRound) => PageAnswer.Json(
        new { status = isHealthy ? "healthy" : "unavailable", round = hasRound },
        isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
