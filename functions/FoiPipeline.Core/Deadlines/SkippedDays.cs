using System.Globalization;
using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Deadlines;

/// <summary>Days in a row that were not counted, for one and the same reason.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Through">The last of them; the same day where it is one.</param>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Why">The reason in words: <c>St Patrick's Day, Northern Ireland</c>.</param>
public sealed record SkippedDays(DateOnly From, DateOnly Through, SkipReason Reason, string Why)
{
    public override string ToString() => From == Through
        ? string.Create(CultureInfo.InvariantCulture, $"{From:ddd d MMM yyyy}: {Why}")
        : string.Create(CultureInfo.InvariantCulture, $"{From:ddd d MMM} to {Through:ddd d MMM yyyy}: {Why}");
}

[JsonConverter(typeof(JsonStringEnumConverter<SkipReason>))]
public enum SkipReason
{
    Weekend,
    Holiday,
    Excluded,
}
