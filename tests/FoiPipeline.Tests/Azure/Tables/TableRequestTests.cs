using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>What goes over the line.</summary>
public sealed class TableRequestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("it's", "%27it%27%27s%27")]
    [InlineData("100% + é 😀", "%27100%25%20%2B%20%C3%A9%20%F0%9F%98%80%27")]
    [InlineData("%27", "%27%2527%27")]
    [InlineData("a=b&c;d,e)", "%27a%3Db%26c%3Bd%2Ce%29%27")]
    public async Task Keys_are_escaped_whatever_they_hold(string key, string written)
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(204), new ScriptedAnswer(204));
        var table = Scripted.Table(transport);

        await table.UpsertEntityAsync(new TableEntity("p", key), TableUpdateMode.Replace, Cancel);
        await table.DeleteEntityAsync("p", key, cancellationToken: Cancel);

        transport.Sent.Select(s => s.Uri.AbsoluteUri).ShouldAllBe(uri => uri == $"{Scripted.Endpoint}/register(PartitionKey=%27p%27,RowKey={written})");
    }

    [Fact]
    public async Task Every_write_has_its_verb_and_condition()
    {
        var transport = new ScriptedTransport(_ => new ScriptedAnswer(204));
        var table = Scripted.Table(transport);
        var row = new TableEntity("p", "r");

        await table.AddEntityAsync(row, Cancel);
        await table.UpdateEntityAsync(row, new ETag("W/\"1\""), cancellationToken: Cancel);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancel);
        await table.UpsertEntityAsync(row, cancellationToken: Cancel);
        await table.DeleteEntityAsync("p", "r", new ETag("W/\"2\""), Cancel);
        await table.DeleteEntityAsync("p", "r", cancellationToken: Cancel);

        transport.Sent.Select(s => $"{s.Method} {s.Headers.GetValueOrDefault("If-Match")}").ShouldBe(
            ["POST ", "PATCH W/\"1\"", "PUT *", "PATCH ", "DELETE W/\"2\"", "DELETE *"]);
        transport.Sent[0].Uri.AbsolutePath.ShouldBe("/register");
        transport.Sent[0].Headers["Prefer"].ShouldBe("return-no-content");
        transport.Sent[0].Body.ShouldBe("""{"PartitionKey":"p","RowKey":"r"}""");
    }

    [Fact]
    public async Task A_filter_holds_its_values_as_literals()
    {
        var transport = new ScriptedTransport(ScriptedAnswer.Json("""{"value":[]}"""));
        var filter = TableClient.CreateQueryFilter(
            $"A eq {"it's"} and B eq {5L} and C eq {true} and D eq {1.0} and E eq {DateTimeOffset.UnixEpoch} and F eq {Guid.Empty} and G eq {BinaryData.FromString("A")} and H eq {-1}");

        (await Scripted.Table(transport).QueryAsync(filter, 10, ["RowKey", "Json"], Cancel).ToListAsync(Cancel)).ShouldBeEmpty();

        filter.ShouldBe("A eq 'it''s' and B eq 5L and C eq true and D eq 1.0 and E eq datetime'1970-01-01T00:00:00.0000000Z'"
            + " and F eq guid'00000000-0000-0000-0000-000000000000' and G eq X'41' and H eq -1");
        var uri = transport.Sent.Single().Uri;
        uri.AbsolutePath.ShouldBe("/register()");
        uri.Query.ShouldBe($"?$filter={Uri.EscapeDataString(filter)}&$top=10&$select=RowKey%2CJson");
    }

    [Fact]
    public void A_value_without_a_literal_is_refused() => Should.Throw<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {1.5m}"));

    [Fact]
    public async Task A_request_is_signed_with_its_date_and_path()
    {
        var clock = new ManualClock();
        var transport = new ScriptedTransport(new ScriptedAnswer(204));

        await Scripted.Table(transport, o => o.Clock = clock).DeleteEntityAsync("p", "é", cancellationToken: Cancel);

        var sent = transport.Sent.Single();
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var text = $"{date}\n/acc/register(PartitionKey=%27p%27,RowKey=%27%C3%A9%27)";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Scripted.Key), Encoding.UTF8.GetBytes(text)));
        sent.Headers["x-ms-date"].ShouldBe(date);
        sent.Headers["Authorization"].ShouldBe($"SharedKeyLite acc:{signature}");
        sent.Headers["x-ms-version"].ShouldBe("2020-12-06");
        sent.Headers["Accept"].ShouldBe("application/json;odata=minimalmetadata");
    }

    [Fact]
    public async Task A_token_is_asked_for_the_storage_services()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(204));
        var service = new TableServiceClient(new Uri(Scripted.Endpoint), new GivenToken(), new TableClientOptions { Transport = transport });

        await service.GetTableClient("register").DeleteEntityAsync("p", "r", cancellationToken: Cancel);

        service.AccountName.ShouldBe("acc");
        transport.Sent.Single().Headers["Authorization"].ShouldBe("Bearer https://storage.azure.com/.default");
    }

    [Fact]
    public async Task A_signature_in_the_query_is_sent_once_however_often_a_request_is_tried()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(503), new ScriptedAnswer(503), ScriptedAnswer.Json("""{"value":[]}"""));
        var options = new TableClientOptions { Transport = transport };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var service = new TableServiceClient(new Uri("http://127.0.0.1:10002/acc1"), new AzureSasCredential("?sv=1&sig=a%2Fb"), options);

        await service.GetTableClient("register").QueryAsync("A eq 1", cancellationToken: Cancel).ToListAsync(Cancel);

        service.AccountName.ShouldBe("acc1");
        transport.Sent.Select(s => s.Uri.Query).ShouldBe(Enumerable.Repeat("?$filter=A%20eq%201&sv=1&sig=a%2Fb", 3));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("AccountName=acc;AccountKey=a2V5", "https://acc.table.core.windows.net", "acc")]
    [InlineData("TableEndpoint=https://acc.table.core.windows.net;BlobEndpoint=https://acc.blob.core.windows.net;QueueEndpoint=https://acc.queue.core.windows.net;SharedAccessSignature=sv=1&sig=2", "https://acc.table.core.windows.net", "acc")]
    public void A_connection_string_is_enough(string text, string endpoint, string account)
    {
        var service = new TableServiceClient(text);

        service.Uri.AbsoluteUri.TrimEnd('/').ShouldBe(endpoint);
        service.AccountName.ShouldBe(account);
    }

    [Fact]
    public async Task A_table_that_is_there_already_is_as_good_as_made()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(204), ScriptedAnswer.Error(409, "TableAlreadyExists"), ScriptedAnswer.Error(409, "TableBeingDeleted"));
        var table = Scripted.Table(transport);

        (await table.CreateIfNotExistsAsync(Cancel)).Value.Name.ShouldBe("register");
        (await table.CreateIfNotExistsAsync(Cancel)).Value.Name.ShouldBe("register");
        (await Should.ThrowAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync(Cancel))).ErrorCode.ShouldBe("TableBeingDeleted");
        transport.Sent[0].Body.ShouldBe("""{"TableName":"register"}""");
    }

    private sealed class GivenToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(requestContext.Scopes.Single(), DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
