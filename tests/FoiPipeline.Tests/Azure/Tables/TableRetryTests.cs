using Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TableRetryTests
{
    private static readonly ScriptedAnswer Row = ScriptedAnswer.Json("""{"PartitionKey":"p","RowKey":"r"}""", ("ETag", "W/\"1\""));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_passes_is_tried_again(int status)
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(status), ScriptedAnswer.Broken, Row);

        (await Get(transport)).Value!.ETag.ShouldBe(new ETag("W/\"1\""));
        transport.Sent.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400, "InvalidInput")]
    [InlineData(403, "AuthenticationFailed")]
    [InlineData(404, "ResourceNotFound")]
    [InlineData(409, "EntityAlreadyExists")]
    [InlineData(412, "UpdateConditionNotSatisfied")]
    public async Task What_does_not_pass_is_told_at_once(int status, string code)
    {
        var transport = new ScriptedTransport(ScriptedAnswer.Error(status, code));

        var failure = await Should.ThrowAsync<RequestFailedException>(() => Get(transport));

        failure.Status.ShouldBe(status);
        failure.ErrorCode.ShouldBe(code);
        transport.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_try_is_dated_and_signed_anew()
    {
        var clock = new ManualClock();
        var answers = new Queue<ScriptedAnswer>([new ScriptedAnswer(503), Row]);
        var transport = new ScriptedTransport(_ =>
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            return answers.Dequeue();
        });

        await Get(transport, o => o.Clock = clock);

        transport.Sent.Select(s => s.Headers["x-ms-date"]).ShouldBe(["Fri, 01 Jul 2016 09:00:00 GMT", "Fri, 01 Jul 2016 09:20:00 GMT"]);
        transport.Sent.Select(s => s.Headers["Authorization"]).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_is_tried_again_with_the_same_body()
    {
        var transport = new ScriptedTransport(ScriptedAnswer.Broken, ScriptedAnswer.Error(400, "InvalidInput"));

        await Should.ThrowAsync<RequestFailedException>(() => Scripted.Table(transport).SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "r"))], Cancel));

        transport.Sent[1].Body.ShouldBe(transport.Sent[0].Body);
        transport.Sent[0].Body.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_read_that_failed_goes_to_the_secondary_and_back()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(503), ScriptedAnswer.Broken, new ScriptedAnswer(500), Row);

        await Get(transport, WithSecondary);

        Hosts(transport).ShouldBe(["acc", "acc-secondary", "acc", "acc-secondary"]);
        transport.Sent.Select(s => s.Uri.PathAndQuery).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(404, "ResourceNotFound")]
    [InlineData(412, "UpdateConditionNotSatisfied")]
    public async Task What_the_secondary_does_not_have_is_asked_of_the_primary(int status, string code)
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(503), ScriptedAnswer.Error(status, code), Row);

        (await Get(transport, WithSecondary)).HasValue.ShouldBeTrue();
        Hosts(transport).ShouldBe(["acc", "acc-secondary", "acc"]);
    }

    [Fact]
    public async Task After_that_only_the_primary_is_asked_even_if_it_was_the_last_try()
    {
        var missing = ScriptedAnswer.Error(404, "ResourceNotFound");
        var transport = new ScriptedTransport(new ScriptedAnswer(503), missing, new ScriptedAnswer(503), new ScriptedAnswer(503), missing);

        (await Get(transport, WithSecondary)).HasValue.ShouldBeFalse();
        Hosts(transport).ShouldBe(["acc", "acc-secondary", "acc", "acc", "acc"]);
    }

    [Fact]
    public async Task A_write_never_goes_to_the_secondary()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(503), ScriptedAnswer.Broken, new ScriptedAnswer(204));

        await Scripted.Table(transport, WithSecondary).UpsertEntityAsync(new TableEntity("p", "r"), cancellationToken: Cancel);

        Hosts(transport).ShouldBe(["acc", "acc", "acc"]);
    }

    [Fact]
    public async Task At_the_secondary_the_signature_fits_its_path()
    {
        var transport = new ScriptedTransport(new ScriptedAnswer(503), Row);
        var options = new TableClientOptions { Transport = transport, GeoRedundantSecondaryUri = new Uri("http://127.0.0.1:10002/acc-secondary"), Clock = new ManualClock() };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        var service = new TableServiceClient(new Uri("http://127.0.0.1:10002/acc"), new TableSharedKeyCredential("acc", Scripted.Key), options);

        await service.GetTableClient("register").GetEntityAsync("p", "r", cancellationToken: Cancel);

        transport.Sent[1].Uri.AbsolutePath.ShouldStartWith("/acc-secondary/register(");
        transport.Sent[1].Headers["Authorization"].ShouldNotBe(transport.Sent[0].Headers["Authorization"]);
    }

    private static void WithSecondary(TableClientOptions options) => options.GeoRedundantSecondaryUri = new Uri(Scripted.Secondary);

    private static IEnumerable<string> Hosts(ScriptedTransport transport) => transport.Sent.Select(s => s.Uri.Host.Split('.')[0]);

    private static async Task<NullableResponse<TableEntity>> Get(ScriptedTransport transport, Action<TableClientOptions>? configure = null)
    {
        var table = Scripted.Table(transport, configure);
        return configure == WithSecondary
            ? await table.GetEntityIfExistsAsync("p", "r", cancellationToken: Cancel)
            : await table.GetEntityAsync("p", "r", cancellationToken: Cancel);
    }
}
