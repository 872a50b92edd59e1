using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>A service that is busy, in trouble or much in demand: work goes through, or ends in one sentence after a bounded number of tries.</summary>
public sealed class StormTests(Azurite azurite)
{
    /// <summary>The first try and five more.</summary>
    private const int MaxTries = 6;

    private static readonly StreamId Stream = new("request/02N");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429, "TooManyRequests", 1)]
    [InlineData(500, "InternalError", null)]
    [InlineData(503, "ServerBusy", null)]
    [InlineData(503, "ServerBusy", 1)]
    public async Task Work_goes_through_a_short_storm(int status, string code, int? retryAfter)
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        lines.Inflict(Fault.Refuse(status, code, retryAfter), times: 2);
        var store = lines.Account.Open();

        var appending = store.Register.AppendAsync(Stream, 0, [new StoredEvent("opened", "{}")], new StoredSummary("one", []), Cancel);
        var putting = store.Documents.PutIfAbsentAsync("inbox/1.eml", new MemoryStream([1, 2, 3]), Cancel);
        await store.Queue.SendAsync("extract", "m", Cancel);

        (await appending).ShouldBe(AppendOutcome.Appended);
        (await putting).Created.ShouldBeTrue();
        var calm = account.Open();
        (await calm.Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "one"));
        (await calm.Documents.OpenAsync("inbox/1.eml", Cancel))!.Length.ShouldBe(3);
        (await calm.Queue.PeekAsync("extract", 10, Cancel)).ShouldBe(["m"]);
    }

    [Fact]
    public async Task A_storm_without_end_is_one_sentence_after_a_bounded_number_of_tries()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await Task.WhenAll(Operation.All.Select(async operation =>
        {
            await using var lines = new FaultyAccount(account);
            lines.Inflict(Fault.Refuse(503, "ServerBusy"), times: int.MaxValue);

            var fault = await Should.ThrowAsync<StoreUnavailableException>(() => operation.RunAsync(lines.Account.Open(), Cancel), operation.Undone);

            fault.Message.ShouldBe($"The storage account {account.Name} is busy or in trouble (503 ServerBusy), so {operation.Undone}: it was asked several times; try again in some minutes.");
            lines.Requests.Count().ShouldBe(MaxTries, operation.Undone);
        }));
    }

    [Fact]
    public async Task Waiting_out_a_storm_can_be_called_off()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await Task.WhenAll(Operation.All.Select(async operation =>
        {
            await using var lines = new FaultyAccount(account);
            lines.Inflict(Fault.Refuse(503, "ServerBusy", retryAfter: 30), times: int.MaxValue);
            using var cancelled = new CancellationTokenSource();
            var working = operation.RunAsync(lines.Account.Open(), cancelled.Token);
            while (!lines.Requests.Any())
            {
                await Task.Delay(5, Cancel);
            }

            await cancelled.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(() => working);
        }));
    }

    [Fact]
    public async Task An_append_goes_through_although_somebody_rebuilds_the_summary_again_and_again()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        var (ours, others) = (lines.Account.Open().Register, account.Open().Register);
        await others.AppendAsync(Stream, 0, [new StoredEvent("opened", "{}")], new StoredSummary("one", []), Cancel);
        await ours.LoadAsync(Stream, Cancel);
        var rebuilding = Fault.Meanwhile(async () => await others.ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", [new ListEntry("triage", "1")]), Cancel));
        lines.Tables.Inflict(rebuilding, IsTransaction, times: 5);

        var outcome = await ours.AppendAsync(Stream, 1, [new StoredEvent("sending", "{}")], new StoredSummary("two", []), Cancel);

        outcome.ShouldBe(AppendOutcome.Appended);
        lines.Tables.Outstanding.ShouldBe(0);
        (await others.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 2, "two"));
        (await others.ListWorkAsync("triage", null, Cancel).CountAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_that_never_rests_is_one_sentence()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        var (ours, others) = (lines.Account.Open().Register, account.Open().Register);
        await others.AppendAsync(Stream, 0, [new StoredEvent("opened", "{}")], new StoredSummary("one", []), Cancel);
        lines.Tables.Inflict(Fault.Meanwhile(async () => await others.ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", []), Cancel)), IsTransaction, int.MaxValue);

        var fault = await Should.ThrowAsync<StoreUnavailableException>(
            () => ours.AppendAsync(Stream, 1, [new StoredEvent("sending", "{}")], new StoredSummary("two", []), Cancel));

        fault.Message.ShouldBe($"The register in the storage account {account.Name} changes {Stream} faster than it can be written, so nothing is certain about it: run this again.");
        (await others.LoadAsync(Stream, Cancel)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_overtaken_by_another_append_is_told_of_the_conflict()
    {
        var account = await azurite.NewPreparedAccountAsync();
        await using var lines = new FaultyAccount(account);
        var (ours, others) = (lines.Account.Open().Register, account.Open().Register);
        lines.Tables.Inflict(
            Fault.Meanwhile(async () => await others.AppendAsync(Stream, 0, [new StoredEvent("theirs", "{}")], new StoredSummary("theirs", []), Cancel)), IsTransaction);

        var outcome = await ours.AppendAsync(Stream, 0, [new StoredEvent("ours", "{}")], new StoredSummary("ours", []), Cancel);

        outcome.ShouldBe(AppendOutcome.Conflict);
        (await others.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "theirs"));
    }

    private static bool IsTransaction(ServiceRequest request) => request.Target.EndsWith("/$batch", StringComparison.Ordinal);
}
