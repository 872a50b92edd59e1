using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>A query of rows, and where its next page begins.</summary>
internal sealed record TableQuery(string Table, string? Filter, int? MaxPerPage, IEnumerable<string>? Select)
{
    // Headers hold no line feed, so that the two names of a place are told apart again.
    private const char Between = '\n';

    /// <summary>Path and query of the page at a continuation token (nothing: the first).</summary>
    public string Path(string? token)
    {
        string?[] next = token?.Split(Between) ?? [];
        (string Name, string? Value)[] query =
        [
            ("$filter", Filter),
            ("$top", MaxPerPage?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("$select", Select is null ? null : string.Join(',', Select)),
            ("NextPartitionKey", next.ElementAtOrDefault(0)),
            ("NextRowKey", next.ElementAtOrDefault(1)),
        ];
        var parts = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={TablePipeline.Escape(q.Value!)}");
        return $"{Table}()?{string.Join('&', parts)}".TrimEnd('?');
    }

    /// <summary>Where the answer says to go on; nothing after the last page.</summary>
    public static string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition))
        {
            return null;
        }

        return response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? $"{partition}{Between}{row}" : partition;
    }
}
