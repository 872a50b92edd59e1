using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class StorageCheckTests
{
    private readonly ScriptedService _service = new();
    private readonly ManualClock _clock = new();
    private readonly HashSet<string> _absent = [];

    public StorageCheckTests() => _service.Answer = Complete;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_with_everything_passes_with_one_request_to_each_service()
    {
        var findings = await Account.CheckAsync(Cancel);

        findings.ShouldAllBe(f => f.Ok);
        findings.Select(f => f.Name).ShouldBe(["clock", "Blob service", "Queue service", "Table service", "containers", "queues", "tables"]);
        _service.AllAsked.Select(a => a.Service).Order(StringComparer.Ordinal).ShouldBe(["blob", "queue", "table"]);
        await Account.RequireReadyAsync(Cancel);
    }

    [Fact]
    public async Task What_is_absent_is_named_with_the_way_to_make_it()
    {
        _absent.UnionWith(["letters", "classify-poison", "receipts"]);

        var wrong = (await Account.CheckAsync(Cancel)).Where(f => !f.Ok).ToList();

        wrong.Select(f => f.Name).ShouldBe(["containers", "queues", "tables"]);
        wrong[0].Sentence.ShouldBe("The storage account evidence has not got the containers letters: deploy infra/main.bicep, or run `foi open`, which makes what is missing.");
        wrong[1].Sentence.ShouldContain("classify-poison");
        wrong[2].Sentence.ShouldContain("receipts");
        (await Should.ThrowAsync<StoreUnavailableException>(() => Account.RequireReadyAsync(Cancel))).Message.ShouldBe(wrong[0].Sentence);
    }

    [Fact]
    public async Task A_role_that_is_missing_is_named_for_its_service()
    {
        _service.Answer = asked => asked.Service == "queue" ? ScriptedService.Reply(403, "AuthorizationPermissionMismatch") : Complete(asked);

        var wrong = (await Account.CheckAsync(Cancel)).Single(f => !f.Ok);

        wrong.Name.ShouldBe("Queue service");
        wrong.Sentence.ShouldContain("Storage Queue Data Contributor");
    }

    [Theory]
    [InlineData(61, false, "61 minutes ahead of")]
    [InlineData(-60, false, "60 minutes behind")]
    [InlineData(6, false, "6 minutes ahead of")]
    [InlineData(4, true, "agrees")]
    public async Task A_wrong_clock_is_told_with_by_how_much(int minutes, bool ok, string sentence)
    {
        var account = Account;
        var date = _clock.GetUtcNow();
        _service.Answer = asked => Complete(asked, date);
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        var clock = (await account.CheckAsync(Cancel))[0];

        (clock.Name, clock.Ok).ShouldBe(("clock", ok));
        clock.Sentence.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_clock_that_makes_the_service_refuse_us_is_told_before_the_refusal()
    {
        _service.Answer = _ => ScriptedService.Reply(403, "AuthenticationFailed", headers: ("Date", _clock.GetUtcNow().AddHours(-1).ToString("R")));

        (await Should.ThrowAsync<StoreUnavailableException>(() => Account.RequireReadyAsync(Cancel))).Message.ShouldContain("60 minutes ahead of");
    }

    [Fact]
    public async Task Only_an_account_opened_for_it_is_prepared()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Account.PrepareAsync(Cancel));
        _service.Answer = _ => ScriptedService.Reply(201);

        await _service.Open(mayCreate: true).PrepareAsync(Cancel);

        _service.AllAsked.Count.ShouldBe(StorageLayout.Containers.Count + StorageLayout.Queues.Count + StorageLayout.Tables.Count);
    }

    private StorageAccount Account => _service.Open(clock: _clock);

    private HttpResponseMessage Complete(Asked asked) => Complete(asked, _clock.GetUtcNow());

    private HttpResponseMessage Complete(Asked asked, DateTimeOffset date)
    {
        string Each(IEnumerable<string> names, Func<string, string> form) => string.Concat(names.Where(n => !_absent.Contains(n)).Select(form));
        var body = asked.Service switch
        {
            "blob" => $"<EnumerationResults><Containers>{Each(StorageLayout.Containers, n => $"<Container><Name>{n}</Name><Properties><Last-Modified>Fri, 01 Jul 2016 09:00:00 GMT</Last-Modified><Etag>1</Etag></Properties></Container>")}</Containers><NextMarker/></EnumerationResults>",
            "queue" => $"<EnumerationResults ServiceEndpoint=\"https://evidence\"><Prefix/><MaxResults>100</MaxResults><Queues>{Each(StorageLayout.Queues, n => $"<Queue><Name>{n}</Name></Queue>")}</Queues><NextMarker/></EnumerationResults>",
            _ => $$"""{"value":[{{Each(StorageLayout.Tables, n => $$"""{"TableName":"{{n}}"},""").TrimEnd(',')}}]}""",
        };
        return ScriptedService.Reply(200, body: body, headers: ("Date", date.ToString("R")));
    }
}
