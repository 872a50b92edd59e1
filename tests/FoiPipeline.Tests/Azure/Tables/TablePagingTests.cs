using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TablePagingTests
{
    private const string Empty = """{"value":[]}""";
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_without_rows_is_not_the_end()
    {
        var transport = new ScriptedTransport(
            ScriptedAnswer.Json(Rows("a"), (NextPartition, "1!4!cA--"), (NextRow, "1!8! %/")),
            ScriptedAnswer.Json(Empty, (NextPartition, "only the partition")),
            ScriptedAnswer.Json(Empty, (NextPartition, "2"), (NextRow, "3")),
            ScriptedAnswer.Json(Rows("b")));

        var rows = await Scripted.Table(transport).QueryAsync("A eq 1", 1, cancellationToken: Cancel).Select(r => r.RowKey).ToListAsync(Cancel);

        rows.ShouldBe(["a", "b"]);
        transport.Sent.Select(s => s.Uri.Query).ShouldBe(
        [
            "?$filter=A%20eq%201&$top=1",
            "?$filter=A%20eq%201&$top=1&NextPartitionKey=1%214%21cA--&NextRowKey=1%218%21%20%25%2F",
            "?$filter=A%20eq%201&$top=1&NextPartitionKey=only%20the%20partition",
            "?$filter=A%20eq%201&$top=1&NextPartitionKey=2&NextRowKey=3",
        ]);
    }

    [Fact]
    public async Task A_page_is_asked_for_when_it_is_needed()
    {
        var transport = new ScriptedTransport(ScriptedAnswer.Json(Rows("a", "b"), (NextPartition, "1"), (NextRow, "2")));

        (await Scripted.Table(transport).QueryAsync(cancellationToken: Cancel).Take(2).CountAsync(Cancel)).ShouldBe(2);

        transport.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reading_goes_on_where_a_page_ended()
    {
        var transport = new ScriptedTransport(
            ScriptedAnswer.Json(Rows("a"), (NextPartition, "1"), (NextRow, "2")), ScriptedAnswer.Json(Rows("b")));
        var query = Scripted.Table(transport).QueryAsync(cancellationToken: Cancel);
        var token = (await query.AsPages().FirstAsync(Cancel)).ContinuationToken;

        (await query.AsPages(token).SelectMany(p => p.Values.Select(r => r.RowKey)).ToListAsync(Cancel)).ShouldBe(["b"]);
        transport.Sent[1].Uri.Query.ShouldBe("?NextPartitionKey=1&NextRowKey=2");
    }

    [Fact]
    public async Task A_list_of_tables_has_pages_too()
    {
        var transport = new ScriptedTransport(
            ScriptedAnswer.Json("""{"value":[{"TableName":"receipts"}]}""", ("x-ms-continuation-NextTableName", "r/2")),
            ScriptedAnswer.Json("""{"value":[{"TableName":"register"}]}"""));
        var service = new TableServiceClient(new Uri(Scripted.Endpoint), new TableSharedKeyCredential("acc", Scripted.Key), new TableClientOptions { Transport = transport });

        (await service.QueryAsync(cancellationToken: Cancel).Select(t => t.Name).ToListAsync(Cancel)).ShouldBe(["receipts", "register"]);
        transport.Sent.Select(s => s.Uri.PathAndQuery).ShouldBe(["/Tables", "/Tables?NextTableName=r%2F2"]);
    }

    private static string Rows(params string[] keys) =>
        $$"""{"value":[{{string.Join(',', keys.Select(k => $$"""{"PartitionKey":"p","RowKey":"{{k}}"}"""))}}]}""";
}
