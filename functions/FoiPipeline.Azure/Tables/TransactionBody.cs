using System.Buffers;
using System.Text;
using Azure;

namespace FoiPipeline.Azure.Tables;

/// <summary>
/// A transaction as the service takes it: a batch (multipart/mixed) that holds one change set, which holds one HTTP request an action.
/// Source: Microsoft, "Performing entity group transactions".
/// </summary>
internal sealed class TransactionBody
{
    public const int MaxActions = 100;
    public const int MaxBytes = 4 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly string _endpoint;
    private readonly string _table;
    private readonly string _changeSet;

    private TransactionBody(string endpoint, string table, Guid id)
    {
        _endpoint = endpoint;
        _table = table;
        _changeSet = $"changeset_{id}";
        Boundary = $"batch_{id}";
    }

    public string Boundary { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <exception cref="ArgumentException">No actions or more than 100, several partitions, one row twice, or more than 4 MB.</exception>
    public static TransactionBody Write(string endpoint, string table, IReadOnlyList<TableTransactionAction> actions, Guid id)
    {
        Require(actions);
        var body = new TransactionBody(endpoint, table, id);
        body.Line($"--{body.Boundary}");
        body.Line($"Content-Type: multipart/mixed; boundary={body._changeSet}");
        body.Line("");
        foreach (var action in actions)
        {
            body.Part(action);
        }

        body.Line($"--{body._changeSet}--");
        body.Line($"--{body.Boundary}--");
        return body._bytes.WrittenCount <= MaxBytes
            ? body
            : throw new ArgumentException($"A transaction holds at most {MaxBytes} bytes, and this one has {body._bytes.WrittenCount}.", nameof(actions));
    }

    private static void Require(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > MaxActions)
        {
            throw new ArgumentException($"A transaction has between one and {MaxActions} actions, and this one has {actions.Count}.", nameof(actions));
        }

        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in actions.Select(a => a.Entity))
        {
            if (entity.PartitionKey != actions[0].Entity.PartitionKey)
            {
                throw new ArgumentException("The rows of a transaction are all in one partition.", nameof(actions));
            }

            if (!rows.Add(entity.RowKey))
            {
                throw new ArgumentException($"The row '{entity.RowKey}' is in the transaction twice.", nameof(actions));
            }
        }
    }

    private void Part(TableTransactionAction action)
    {
        Line($"--{_changeSet}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line("");
        Line($"{Verb(action.ActionType)} {_endpoint}/{Resource(action)} HTTP/1.1");
        Line($"Accept: {TablePipeline.Accept}");
        Line($"DataServiceVersion: {TablePipeline.DataServiceVersion}");
        if (IfMatch(action) is { } etag)
        {
            Line($"If-Match: {etag}");
        }

        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Line($"Content-Type: {TablePipeline.ContentType}");
            Line("Prefer: return-no-content");
            Line("");
            _bytes.Write(TableEntityJson.Write(action.Entity).Span);
        }

        Line("");
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Line("");
        }
    }

    private string Resource(TableTransactionAction action) => action.ActionType == TableTransactionActionType.Add
        ? _table
        : TablePipeline.EntityPath(_table, action.Entity.PartitionKey, action.Entity.RowKey);

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A transaction knows no such action."),
    };

    private static string? IfMatch(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete =>
            (action.ETag == default ? ETag.All : action.ETag).ToString(),
        _ => null,
    };

    private void Line(string text) => Encoding.UTF8.GetBytes(text + "\r\n", _bytes);
}
