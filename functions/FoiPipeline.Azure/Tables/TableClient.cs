using System.Text.Json;
using Azure;
using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// One table. Every refusal of the service and every failure of the line is a <see cref="RequestFailedException"/>, whose
/// <see cref="RequestFailedException.ErrorCode"/> is one of <see cref="TableErrorCode"/>.
/// </summary>
public sealed class TableClient
{
    private readonly TablePipeline _pipeline;

    internal TableClient(TablePipeline pipeline, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _pipeline = pipeline;
        Name = name;
    }

    public string Name { get; }

    public string AccountName => _pipeline.AccountName;

    /// <summary>Puts values into a filter, each as the literal it is: <c>CreateQueryFilter($"RowKey ge {from}")</c>.</summary>
    /// <exception cref="ArgumentException">A value has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => TableQueryFilter.Write(filter);

    /// <summary>Makes the table unless it is there.</summary>
    public async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Create(RequestMethod.Post, "Tables", JsonSerializer.SerializeToUtf8Bytes(new { TableName = Name }));
        var response = await _pipeline.SendAsync(message, cancellationToken);
        return TablePipeline.IsSuccess(response) || _pipeline.CodeOf(response) == TableErrorCode.TableAlreadyExists
            ? Response.FromValue(new TableItem(Name), response)
            : throw _pipeline.Errors.From(response);
    }

    /// <summary>Removes the table with all its rows. Answers 404 if there is none.</summary>
    public async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Create(RequestMethod.Delete, $"Tables({TablePipeline.Escape(TableQueryFilter.Quote(Name))})");
        var response = await _pipeline.SendAsync(message, cancellationToken);
        return TablePipeline.IsSuccess(response) || response.Status == 404 ? response : throw _pipeline.Errors.From(response);
    }

    /// <exception cref="RequestFailedException">There is no such row (404), or no answer.</exception>
    public async Task<Response<TableEntity>> GetEntityAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var response = await GetAsync(partitionKey, rowKey, select, cancellationToken);
        return TablePipeline.IsSuccess(response) ? Response.FromValue(ReadEntity(response), response) : throw _pipeline.Errors.From(response);
    }

    /// <summary>The row, or an answer without value when there is none. That the table is missing is an error, not an absence.</summary>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var response = await GetAsync(partitionKey, rowKey, select, cancellationToken);
        return TablePipeline.IsSuccess(response) ? Response.FromValue(ReadEntity(response), response)
            : _pipeline.CodeOf(response) is var code && (code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound)
                ? new NoValueResponse<TableEntity>(response)
                : throw _pipeline.Errors.From(response);
    }

    /// <exception cref="RequestFailedException">409 EntityAlreadyExists: the row is there.</exception>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        SendAsync(_pipeline.Create(RequestMethod.Post, Name, TableEntityJson.Write(entity)), null, cancellationToken);

    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">The state it must be in; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties that are not sent.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestFailedException">404: there is no such row. 412: it is in another state.</exception>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SendAsync(CreateWrite(entity, mode), ifMatch, cancellationToken);

    /// <summary>Writes the row whether it is there or not.</summary>
    public Task<Response> UpsertEntityAsync(TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        SendAsync(CreateWrite(entity, mode), null, cancellationToken);

    /// <param name="partitionKey">The row's partition.</param>
    /// <param name="rowKey">The row.</param>
    /// <param name="ifMatch">The state it must be in; the default value for any.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestFailedException">404: there is no such row. 412: it is in another state.</exception>
    public Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        SendAsync(
            _pipeline.Create(RequestMethod.Delete, TablePipeline.EntityPath(Name, partitionKey, rowKey)), ifMatch == default ? ETag.All : ifMatch, cancellationToken);

    /// <summary>The rows that fit the filter, in order of partition and row key, page by page as they are asked for.</summary>
    /// <param name="filter">See <see cref="CreateQueryFilter"/>; nothing for all rows.</param>
    /// <param name="maxPerPage">At most 1000, which is also what the service takes if nothing is said.</param>
    /// <param name="select">The properties that are wanted; nothing for all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var query = new TableQuery(Name, filter, maxPerPage, select);
        return new TablePageable<TableEntity>((token, cancel) => ReadPageAsync(query, token, cancel), cancellationToken);
    }

    /// <summary>Does all or nothing. The answers stand in the order of the actions.</summary>
    /// <exception cref="ArgumentException">No actions or more than 100, several partitions, one row twice, or more than 4 MB. Nothing was sent.</exception>
    /// <exception cref="TableTransactionFailedException">An action was refused. Nothing was written, unless an earlier try had been: a try whose answer was lost is repeated.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        var body = TransactionBody.Write(_pipeline.Endpoint, Name, actions, Guid.NewGuid());
        using var message = _pipeline.Create(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={body.Boundary}");
        message.Request.Content = RequestContent.Create(body.Bytes);
        var response = await _pipeline.SendExpectingSuccessAsync(message, cancellationToken);
        return Response.FromValue<IReadOnlyList<Response>>(ReadParts(response, actions.Length), response);
    }

    private IReadOnlyList<TransactionPart> ReadParts(Response response, int actions)
    {
        IReadOnlyList<TransactionPart> parts;
        try
        {
            parts = TransactionAnswer.Read(response.Headers.ContentType, response.Content.ToString());
        }
        catch (FormatException exception)
        {
            throw new RequestFailedException(response, exception, _pipeline.Errors);
        }

        if (parts.FirstOrDefault(p => !TablePipeline.IsSuccess(p)) is { } failed)
        {
            var index = _pipeline.Errors.TryParse(failed, out var error, out _) ? TransactionAnswer.FailedAction(error.Message) : null;
            throw new TableTransactionFailedException(failed, _pipeline.Errors, index);
        }

        return parts.Count == actions ? parts : throw new RequestFailedException(response, null, _pipeline.Errors);
    }

    private async Task<Page<TableEntity>> ReadPageAsync(TableQuery query, string? token, CancellationToken cancel)
    {
        using var message = _pipeline.Create(RequestMethod.Get, query.Path(token));
        var response = await _pipeline.SendExpectingSuccessAsync(message, cancel);
        var rows = _pipeline.Read<TableEntity[]>(response, json => [.. json.GetProperty("value").EnumerateArray().Select(TableEntityJson.Read)]);
        return Page<TableEntity>.FromValues(rows, TableQuery.Continuation(response), response);
    }

    private async Task<Response> GetAsync(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancel)
    {
        var query = select is null ? "" : $"?$select={TablePipeline.Escape(string.Join(',', select))}";
        using var message = _pipeline.Create(RequestMethod.Get, TablePipeline.EntityPath(Name, partitionKey, rowKey) + query);
        return await _pipeline.SendAsync(message, cancel);
    }

    private TableEntity ReadEntity(Response response)
    {
        var entity = _pipeline.Read(response, TableEntityJson.Read);
        if (response.Headers.ETag is { } etag)
        {
            entity.ETag = etag;
        }

        return entity;
    }

    private HttpMessage CreateWrite(TableEntity entity, TableUpdateMode mode) => _pipeline.Create(
        mode == TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put,
        TablePipeline.EntityPath(Name, entity.PartitionKey, entity.RowKey),
        TableEntityJson.Write(entity));

    private async Task<Response> SendAsync(HttpMessage message, ETag? ifMatch, CancellationToken cancel)
    {
        using (message)
        {
            if (ifMatch is { } etag)
            {
                message.Request.Headers.SetValue("If-Match", etag.ToString());
            }

            return await _pipeline.SendExpectingSuccessAsync(message, cancel);
        }
    }
}
