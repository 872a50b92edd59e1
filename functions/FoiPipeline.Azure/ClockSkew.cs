using System.Globalization;
using Azure;

namespace FoiPipeline.Azure;

/// <summary>
/// The storage services refuse a signature whose date is more than 15 minutes from their own clock, and say only that it does not fit. The date
/// of their answer tells by how much this machine's clock is wrong.
/// </summary>
internal static class ClockSkew
{
    // Below this the services do not mind, and the way there and back explains the rest.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMinutes(5);

    /// <summary>How far this machine's clock is ahead of the service's (negative: behind); nothing if the answer has no date.</summary>
    public static TimeSpan? Measure(Response response, TimeProvider clock) =>
        response.Headers.TryGetValue("Date", out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? clock.GetUtcNow() - date
            : null;

    /// <summary>A sentence when the answer refuses the signature and the clocks differ enough to be the reason; otherwise nothing.</summary>
    public static string? Explain(Response response, string? errorCode, TimeProvider clock)
    {
        if (response.Status != 403 || errorCode is not ("AuthenticationFailed" or "AuthorizationFailure"))
        {
            return null;
        }

        return Measure(response, clock) is { } skew ? Explain(skew) : null;
    }

    /// <summary>A sentence when the clocks differ enough to matter; otherwise nothing.</summary>
    public static string? Explain(TimeSpan skew) => skew.Duration() >= Noticeable
        ? $"The clock of this machine is {Minutes(skew)} {(skew > TimeSpan.Zero ? "ahead of" : "behind")} the service's: set it right."
        : null;

    private static string Minutes(TimeSpan skew) => $"{Math.Round(skew.Duration().TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes";
}
