using System.Security.Cryptography;
using System.Text;
using Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Azure;

/// <summary>
/// Receipts in a table, one partition a function. What is done stands under <c>d!</c> and a hash of the document's name, what failed under <c>f!</c>, so that the few
/// that failed are one range read. Done outweighs failed.
/// </summary>
/// <param name="table">The table <c>receipts</c>.</param>
/// <param name="place">The storage account, for messages to a person.</param>
public sealed class TableReceipts(TableClient table, string place) : IReceipts
{
    private const string Name = "Name";
    private const string Attempts = "Attempts";
    private const string Problem = "Problem";
    private const string Write = "Write";

    // A property holds 32,768 characters; a problem is one sentence.
    private const int MaxProblem = 2000;

    // Runs of one function on one document at the same time: a handful.
    private const int MaxTries = 20;

    /// <inheritdoc/>
    public Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel) =>
        ReadAsync(async () => await FindAsync(function, DoneKey(name), cancel) is not null, cancel);

    /// <inheritdoc/>
    public Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel) => ReadAsync(async () =>
        await FindAsync(function, FailedKey(name), cancel) is { } failed
        && AttemptsOf(failed) >= IReceipts.MaxAttempts
        && await FindAsync(function, DoneKey(name), cancel) is null, cancel);

    /// <inheritdoc/>
    public Task MarkDoneAsync(string function, string name, CancellationToken cancel) => WriteAsync(() =>
        table.UpsertEntityAsync(new TableEntity(PartitionOf(function), DoneKey(name)) { { Name, name } }, TableUpdateMode.Replace, cancel), cancel);

    /// <inheritdoc/>
    public Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel) => WriteAsync(async () =>
        await FindAsync(function, DoneKey(name), cancel) is null ? await CountFailureAsync(function, name, problem, cancel) : 0, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel) =>
        ReadAsync<IReadOnlyList<ParkedDocument>>(async () =>
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {PartitionOf(function)} and RowKey ge {"f!"} and RowKey lt {"f\""}");
            var parked = new List<ParkedDocument>();
            await foreach (var row in table.QueryAsync(filter, cancellationToken: cancel))
            {
                var name = row.GetString(Name) ?? "";
                if (AttemptsOf(row) >= IReceipts.MaxAttempts && await FindAsync(function, DoneKey(name), cancel) is null)
                {
                    parked.Add(new ParkedDocument(function, name, AttemptsOf(row), row.GetString(Problem) ?? ""));
                }
            }

            return [.. parked.OrderBy(p => p.Name, StringComparer.Ordinal)];
        }, cancel);

    /// <inheritdoc/>
    public Task<bool> RetryAsync(string function, string name, CancellationToken cancel) => WriteAsync(async () =>
    {
        if (await FindAsync(function, FailedKey(name), cancel) is null || await FindAsync(function, DoneKey(name), cancel) is not null)
        {
            return false;
        }

        try
        {
            await table.DeleteEntityAsync(PartitionOf(function), FailedKey(name), ETag.All, cancel);
        }
        catch (RequestFailedException gone) when (gone.Status == 404 && gone.ErrorCode != TableErrorCode.TableNotFound)
        {
            // Somebody else did it at the same time, or our own first try whose answer was lost.
        }

        return true;
    }, cancel);

    /// <summary>Counts one failure exactly once, whoever counts at the same time and whatever answers are lost.</summary>
    private async Task<int> CountFailureAsync(string function, string name, string problem, CancellationToken cancel)
    {
        var write = Guid.NewGuid();
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var known = await FindAsync(function, FailedKey(name), cancel);
            if (known?.GetGuid(Write) == write)
            {
                return AttemptsOf(known);
            }

            var row = new TableEntity(PartitionOf(function), FailedKey(name))
            {
                { Name, name }, { Attempts, (known is null ? 0 : AttemptsOf(known)) + 1 }, { Problem, problem[..Math.Min(problem.Length, MaxProblem)] }, { Write, write },
            };
            if (await TryWriteAsync(row, known?.ETag, cancel))
            {
                return AttemptsOf(row);
            }
        }

        throw new StoreUnavailableException($"The receipts in the storage account {place} are changed by too many at once, so a failure of {function} was not counted: run this again.");
    }

    private async Task<bool> TryWriteAsync(TableEntity row, ETag? expected, CancellationToken cancel)
    {
        try
        {
            await (expected is { } etag ? table.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancel) : table.AddEntityAsync(row, cancel));
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 409 or 412 || (moved.Status == 404 && moved.ErrorCode != TableErrorCode.TableNotFound))
        {
            return false;
        }
    }

    private async Task<TableEntity?> FindAsync(string function, string rowKey, CancellationToken cancel)
    {
        var answer = await table.GetEntityIfExistsAsync(PartitionOf(function), rowKey, cancellationToken: cancel);
        return answer.HasValue ? answer.Value : null;
    }

    private static int AttemptsOf(TableEntity row) => row.GetInt32(Attempts) ?? 0;

    /// <exception cref="ArgumentException">No function can be called that.</exception>
    private static string PartitionOf(string function) => function.Length is > 0 and <= 128 && function.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? function
        : throw new ArgumentException($"'{function}' cannot be the name of a function: letters, digits, '-' and '_'.", nameof(function));

    private static string DoneKey(string name) => $"d!{Hash(name)}";

    private static string FailedKey(string name) => $"f!{Hash(name)}";

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private Task<T> ReadAsync<T>(Func<Task<T>> work, CancellationToken cancel) => StorageFaults.GuardAsync(place, "the receipts were not read", work, cancel);

    private Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancel) => StorageFaults.GuardAsync(place, "the receipt was not written", work, cancel);
}
