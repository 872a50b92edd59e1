using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>How a table is spoken to. <see cref="ClientOptions.Retry"/> holds for every call: 408, 429, 500, 502, 503, 504 and failures of the line.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>
    /// The read-only copy of a geo-redundant account in the other region (<c>https://account-secondary.table.core.windows.net</c>). After a failure
    /// reads alternate between the two. What is there may be older than what the primary would say.
    /// </summary>
    public Uri? GeoRedundantSecondaryUri { get; set; }

    /// <summary>The clock that dates signatures. Always the real one, also in a rehearsal: the service compares it with its own.</summary>
    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
