using Azure.Core;
using FoiPipeline.Azure;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class StorageOperationTests
{
    [Theory]
    [InlineData(StorageService.Blob, "PUT", "https://a.blob.core.windows.net/inbox/1", "PutBlob")]
    [InlineData(StorageService.Blob, "PUT", "http://127.0.0.1:1/a/inbox/1?comp=block&blockid=x", "PutBlock")]
    [InlineData(StorageService.Blob, "PUT", "https://a.blob.core.windows.net/inbox/1?comp=blocklist", "PutBlockList")]
    [InlineData(StorageService.Blob, "GET", "https://a.blob.core.windows.net/inbox/1", "GetBlob")]
    [InlineData(StorageService.Blob, "HEAD", "https://a.blob.core.windows.net/inbox/1", "GetBlobProperties")]
    [InlineData(StorageService.Blob, "GET", "http://127.0.0.1:1/a/inbox?restype=container&comp=list&prefix=x", "ListBlobs")]
    [InlineData(StorageService.Blob, "GET", "http://127.0.0.1:1/a?comp=list", "ListContainers")]
    [InlineData(StorageService.Blob, "PUT", "http://127.0.0.1:1/a/inbox?restype=container", "CreateContainer")]
    [InlineData(StorageService.Queue, "POST", "http://127.0.0.1:1/a/extract/messages?messagettl=-1", "PutMessage")]
    [InlineData(StorageService.Queue, "GET", "http://127.0.0.1:1/a/extract/messages?numofmessages=1", "GetMessages")]
    [InlineData(StorageService.Queue, "GET", "http://127.0.0.1:1/a/extract/messages?numofmessages=1&peekonly=true", "PeekMessages")]
    [InlineData(StorageService.Queue, "DELETE", "http://127.0.0.1:1/a/extract/messages/1?popreceipt=r", "DeleteMessage")]
    [InlineData(StorageService.Queue, "PUT", "http://127.0.0.1:1/a/extract/messages/1?popreceipt=r", "UpdateMessage")]
    [InlineData(StorageService.Queue, "GET", "http://127.0.0.1:1/a/extract?comp=metadata", "GetQueueMetadata")]
    [InlineData(StorageService.Queue, "PUT", "http://127.0.0.1:1/a/extract", "CreateQueue")]
    [InlineData(StorageService.Table, "POST", "http://127.0.0.1:1/a/$batch", "EntityGroupTransaction")]
    [InlineData(StorageService.Table, "GET", "http://127.0.0.1:1/a/register(PartitionKey='a',RowKey='b')?$select=c", "GetEntity")]
    [InlineData(StorageService.Table, "GET", "http://127.0.0.1:1/a/register()?$filter=x", "QueryEntities")]
    [InlineData(StorageService.Table, "POST", "http://127.0.0.1:1/a/register", "InsertEntity")]
    [InlineData(StorageService.Table, "PUT", "http://127.0.0.1:1/a/register(PartitionKey='a',RowKey='b')", "UpdateEntity")]
    [InlineData(StorageService.Table, "DELETE", "http://127.0.0.1:1/a/register(PartitionKey='a',RowKey='b')", "DeleteEntity")]
    [InlineData(StorageService.Table, "GET", "http://127.0.0.1:1/a/Tables", "QueryTables")]
    [InlineData(StorageService.Table, "POST", "http://127.0.0.1:1/a/Tables", "CreateTable")]
    public void A_request_is_known_as_the_operation_it_is_billed_as(StorageService service, string method, string uri, string name) =>
        StorageOperationNames.Of(service, RequestMethod.Parse(method), new Uri(uri)).ShouldBe(name);

    [Fact]
    public async Task Every_attempt_is_told()
    {
        var told = new List<StorageOperation>();
        var service = new ScriptedService { Answer = _ => ScriptedService.Reply(503, "ServerBusy") };
        var account = service.Open(observe: told.Add);
        service.Answer = _ => service.AllAsked.Count switch
        {
            1 => ScriptedService.Reply(503, "ServerBusy"),
            2 => throw new IOException("reset"),
            _ => ScriptedService.Reply(201),
        };

        await account.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1]), TestContext.Current.CancellationToken);

        told.ShouldBe([new(StorageService.Blob, "PutBlob", 503), new(StorageService.Blob, "PutBlob", 0), new(StorageService.Blob, "PutBlob", 201)]);
    }
}
