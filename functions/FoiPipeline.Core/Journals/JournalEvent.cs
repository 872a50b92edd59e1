using System.Globalization;
using System.Text.Json.Serialization;

namespace FoiPipeline.Core.Journals;

/// <summary>Something that happened, once and for ever. A correction is another event.</summary>
public abstract record JournalEvent
{
    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The rule or the person that caused it.</summary>
    public required Actor By { get; init; }

    /// <summary>Deterministic name of the event within its stream: running the same step again makes the same key.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>How a moment stands in the key of what a person does: the same person may do the same again later.</summary>
    protected static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddTHHmmssfff", CultureInfo.InvariantCulture);
}
