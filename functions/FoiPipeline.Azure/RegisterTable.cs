using System.Runtime.CompilerServices;
using Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>Reads and writes rows of the register's partition. Every failure comes out as <see cref="StoreUnavailableException"/>.</summary>
internal sealed class RegisterTable(TableClient table, string place)
{
    public const string RowKey = "RowKey";

    private static readonly string[] OfState = [RegisterRows.Version, RegisterRows.Places, RegisterRows.Write];
    private static readonly string[] OfWriters = [RowKey, RegisterRows.Write];

    /// <summary>The summary row of a stream with everything on it.</summary>
    public Task<TableEntity?> SummaryAsync(StreamId stream, CancellationToken cancel) => GetAsync(stream, null, cancel);

    /// <summary>The summary row of a stream without the summary.</summary>
    public Task<TableEntity?> StateAsync(StreamId stream, CancellationToken cancel) => GetAsync(stream, OfState, cancel);

    /// <summary>Who wrote the events with these keys, for those that are there: one read of the range between the first and the last.</summary>
    public async Task<IReadOnlyList<Guid>> WritersAsync(StreamId stream, IReadOnlyList<StoredEvent> events, CancellationToken cancel)
    {
        var keys = events.Select(e => RegisterKeys.Event(stream, e.Key)).ToHashSet(StringComparer.Ordinal);
        var last = keys.Max(StringComparer.Ordinal)!;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RegisterRows.Partition} and RowKey ge {keys.Min(StringComparer.Ordinal)!} and RowKey le {last}");
        var writers = new List<Guid>();
        await foreach (var row in RowsAsync(filter, null, OfWriters, cancel))
        {
            if (keys.Contains(row.RowKey))
            {
                writers.Add(RegisterRows.Required<Guid>(row, RegisterRows.Write));
            }
        }

        return writers;
    }

    /// <summary>The rows of a range in their order, page by page as they are asked for.</summary>
    public IAsyncEnumerable<TableEntity> RangeAsync(RowRange range, int pageSize, string[] select, CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {RegisterRows.Partition} and RowKey ge {range.From} and RowKey lt {range.Before}");
        return RowsAsync(filter, pageSize, select, cancel);
    }

    /// <summary>Does all or nothing. Answers the ETag of the first row, or nothing if a row was not as expected.</summary>
    public Task<ETag?> TryWriteAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel) =>
        StorageFaults.GuardAsync<ETag?>(place, "the journal was not written", async () =>
        {
            try
            {
                var answer = await table.SubmitTransactionAsync(actions, cancel);
                return answer.Value[0].Headers.ETag ?? default(ETag);
            }
            catch (TableTransactionFailedException refusal) when (IsOutOfDate(refusal))
            {
                return null;
            }
        }, cancel);

    // 404: a place on a worklist that was to be left is gone already. That the whole table is missing is another matter.
    private static bool IsOutOfDate(TableTransactionFailedException refusal) => refusal.Status switch
    {
        409 => refusal.ErrorCode == TableErrorCode.EntityAlreadyExists,
        412 => true,
        404 => refusal.ErrorCode != TableErrorCode.TableNotFound,
        _ => false,
    };

    private Task<TableEntity?> GetAsync(StreamId stream, string[]? select, CancellationToken cancel) =>
        StorageFaults.GuardAsync(place, "the journal was not read", async () =>
        {
            var answer = await table.GetEntityIfExistsAsync(RegisterRows.Partition, RegisterKeys.Summary(stream), select, cancel);
            return answer.HasValue ? answer.Value : null;
        }, cancel);

    private async IAsyncEnumerable<TableEntity> RowsAsync(
        string filter, int? pageSize, string[] select, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pages = table.QueryAsync(filter, pageSize, select, cancel).AsPages();
        await foreach (var page in StorageFaults.GuardAsync(place, "the journal was not read", pages, cancel))
        {
            foreach (var row in page.Values)
            {
                yield return row;
            }
        }
    }
}
