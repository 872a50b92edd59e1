using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>The pages of a query. A page may be empty and others follow: the service answers after five seconds with what it has found by then.</summary>
/// <param name="readAsync">Reads the page at a continuation token (nothing: the first).</param>
/// <param name="cancel">Stops reading.</param>
internal sealed class TablePageable<T>(Func<string?, CancellationToken, Task<Page<T>>> readAsync, CancellationToken cancel) : AsyncPageable<T>(cancel)
    where T : notnull
{
    /// <param name="continuationToken">Where a page that was read earlier said to go on.</param>
    /// <param name="pageSizeHint">Not heeded: the size is named when the query is made.</param>
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await readAsync(continuationToken, CancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
