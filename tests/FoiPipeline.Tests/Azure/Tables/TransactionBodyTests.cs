using Azure;
using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>Source of the form: Microsoft, "Performing entity group transactions".</summary>
public sealed class TransactionBodyTests
{
    private static readonly Guid Id = new("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void A_transaction_is_one_change_set_in_a_batch()
    {
        var body = Write(
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "new") { { "Json", "{\"é\":1}" }, { "Version", 5L } }),
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, new TableEntity("p", "o'ld 100%") { { "Flag", true } }, new ETag("W/\"datetime'1'\"")),
            new TableTransactionAction(TableTransactionActionType.UpsertMerge, new TableEntity("p", "é")),
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "gone")));

        body.ShouldBe(
            """
            --batch_11111111-2222-3333-4444-555555555555
            Content-Type: multipart/mixed; boundary=changeset_11111111-2222-3333-4444-555555555555

            --changeset_11111111-2222-3333-4444-555555555555
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://acc.table.core.windows.net/register HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Content-Type: application/json;odata=nometadata
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"new","Json":"{\"é\":1}","Version@odata.type":"Edm.Int64","Version":"5"}
            --changeset_11111111-2222-3333-4444-555555555555
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PUT https://acc.table.core.windows.net/register(PartitionKey=%27p%27,RowKey=%27o%27%27ld%20100%25%27) HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"datetime'1'"
            Content-Type: application/json;odata=nometadata
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"o'ld 100%","Flag":true}
            --changeset_11111111-2222-3333-4444-555555555555
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH https://acc.table.core.windows.net/register(PartitionKey=%27p%27,RowKey=%27%C3%A9%27) HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Content-Type: application/json;odata=nometadata
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"é"}
            --changeset_11111111-2222-3333-4444-555555555555
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://acc.table.core.windows.net/register(PartitionKey=%27p%27,RowKey=%27gone%27) HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: *


            --changeset_11111111-2222-3333-4444-555555555555--
            --batch_11111111-2222-3333-4444-555555555555--

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void A_hundred_rows_go_and_one_more_does_not()
    {
        Should.NotThrow(() => Write(Rows(100)));
        Should.Throw<ArgumentException>(() => Write(Rows(101))).Message.ShouldContain("101");
        Should.Throw<ArgumentException>(() => Write([]));
    }

    [Fact]
    public void Four_megabytes_go_and_more_do_not()
    {
        var large = new string('x', 1024 * 1024);
        TableTransactionAction[] Large(int rows) =>
            [.. Enumerable.Range(0, rows).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}") { { "Json", large } }))];

        Should.NotThrow(() => Write(Large(3)));
        Should.Throw<ArgumentException>(() => Write(Large(4)));
    }

    [Fact]
    public void One_partition_and_each_row_once()
    {
        Should.Throw<ArgumentException>(() => Write(
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "1")),
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("q", "2"))));
        Should.Throw<ArgumentException>(() => Write(
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "1")),
            new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "1")))).Message.ShouldContain("twice");
    }

    private static TableTransactionAction[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}")))];

    private static string Write(params TableTransactionAction[] actions) =>
        System.Text.Encoding.UTF8.GetString(TransactionBody.Write(Scripted.Endpoint, "register", actions, Id).Bytes.Span);
}
