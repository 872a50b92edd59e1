using Azure.Storage.Blobs;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>A property of a row holds 64 kB, a row 1 MB and a transaction 4 MB. The register holds more.</summary>
public sealed class LargePayloadTests(Azurite azurite)
{
    private static readonly StreamId Stream = new("request/02N");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(29_999)]
    [InlineData(30_001)]
    [InlineData(32_769)]
    [InlineData(65_537)]
    [InlineData(1_048_577)]
    [InlineData(5_000_000)]
    public async Task A_payload_of_any_size_comes_back_whole_from_the_stream_its_events_and_its_lists(int length)
    {
        // One character in three takes six bytes in a request.
        var json = string.Create(length, 0, static (text, _) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = "\u0001é\""[i % 3];
            }
        });
        var register = (await azurite.NewPreparedAccountAsync()).Open().Register;

        (await register.AppendAsync(Stream, 0, [new StoredEvent("opened", json)], new StoredSummary(json, [new ListEntry("outbox", "1")]), Cancel)).ShouldBe(AppendOutcome.Appended);

        (await register.LoadAsync(Stream, Cancel)).SummaryJson.ShouldBe(json);
        (await register.ReadEventsAsync(Stream, Cancel).SingleAsync(Cancel)).Json.ShouldBe(json);
        (await register.ListAsync("", Cancel).SingleAsync(Cancel)).SummaryJson.ShouldBe(json);
        (await register.ListWorkAsync("outbox", null, Cancel).SingleAsync(Cancel)).SummaryJson.ShouldBe(json);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(60_000)]
    [InlineData(200_000)]
    public async Task As_many_large_events_and_places_as_the_rules_allow_go_into_one_append(int length)
    {
        var register = (await azurite.NewPreparedAccountAsync()).Open().Register;
        StoredEvent[] events = [.. Enumerable.Range(0, RegisterRules.MaxEvents).Select(i => new StoredEvent($"event {i}", new string((char)('a' + (i % 26)), length)))];
        var summary = new StoredSummary(new string('s', length), [.. Enumerable.Range(0, RegisterRules.MaxLists).Select(i => new ListEntry("triage", $"{i}"))]);

        (await register.AppendAsync(Stream, 0, events, summary, Cancel)).ShouldBe(AppendOutcome.Appended);
        (await register.AppendAsync(Stream, events.Length, [new StoredEvent("settled", "{}")], summary with { Lists = [] }, Cancel)).ShouldBe(AppendOutcome.Appended);

        (await register.ReadEventsAsync(Stream, Cancel).ToListAsync(Cancel)).ShouldBe([.. events, new StoredEvent("settled", "{}")]);
        (await register.ListWorkAsync("triage", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_large_payload_is_stored_once()
    {
        var account = await azurite.NewPreparedAccountAsync();
        var register = account.Open().Register;
        var json = new string('x', 100_000);
        foreach (var name in (string[])["request/02N", "request/99E"])
        {
            (await register.AppendAsync(new StreamId(name), 0, [new StoredEvent("opened", json)], new StoredSummary(json, []), Cancel)).ShouldBe(AppendOutcome.Appended);
        }

        var payloads = new BlobContainerClient(account.ConnectionString, "payload");
        (await payloads.GetBlobsAsync(cancellationToken: Cancel).CountAsync(Cancel)).ShouldBe(1);
        (await account.Open().Documents.ListAsync("", Cancel).CountAsync(Cancel)).ShouldBe(0);
    }
}
