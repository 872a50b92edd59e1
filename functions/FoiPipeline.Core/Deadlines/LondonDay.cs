namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// The calendar day a moment belongs to in the law's eyes: that of Europe/London. A mail accepted at 23:30 UTC on 1 July was received on 2 July.
/// </summary>
public static class LondonDay
{
    private static readonly Lazy<TimeZoneInfo> London = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));

    /// <exception cref="TimeZoneNotFoundException">This machine has no time zone data (Debian package <c>tzdata</c>).</exception>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London.Value).DateTime);

    /// <summary>The time of day a London clock shows at that moment.</summary>
    public static TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London.Value).DateTime);
}
