using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

public sealed class AppendOverBrokenLineTests(Azurite azurite) : BrokenLineTests(azurite)
{
    private static readonly StreamId Stream = new("request/02N");

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task An_append_over_a_broken_line_is_appended_once(Breakage breakage)
    {
        (await Append(Others, 0, "opened")).ShouldBe(AppendOutcome.Appended);
        foreach (var (stream, version) in ((StreamId, long)[])[(new("request/new"), 0), (Stream, 1)])
        {
            Lines.Tables.Inflict(Of(breakage), IsTransaction);

            (await Append(Ours, version, stream, "sending")).ShouldBe(AppendOutcome.Appended);

            (await Keys(stream)).Count(k => k == "sending").ShouldBe(1);
            (await Others.Register.LoadAsync(stream, Cancel)).ShouldBe(new StreamSnapshot(stream, version + 1, "sending"));
            (await Others.Register.ListWorkAsync("in-flight", null, Cancel).CountAsync(s => s.Stream == stream, Cancel)).ShouldBe(1);
            (await Append(Ours, version + 1, stream, "sent")).ShouldBe(AppendOutcome.Appended);
        }
    }

    [Fact]
    public async Task Of_two_runs_that_want_to_send_a_letter_the_one_whose_answer_was_lost_may_send_it()
    {
        Lines.Tables.Inflict(Fault.LoseAnswer, IsTransaction);
        Lines.Tables.Inflict(Fault.Meanwhile(async () => (await Append(Others, 0, "sending")).ShouldBe(AppendOutcome.AlreadyPresent)), IsTransaction);

        (await Append(Ours, 0, "sending")).ShouldBe(AppendOutcome.Appended);

        (await Keys(Stream)).ShouldBe(["sending"]);
    }

    [Fact]
    public async Task Of_two_runs_that_want_to_send_a_letter_the_one_whose_request_was_lost_comes_too_late()
    {
        Lines.Tables.Inflict(Fault.LoseRequest, IsTransaction);
        Lines.Tables.Inflict(Fault.Meanwhile(async () => (await Append(Others, 0, "sending")).ShouldBe(AppendOutcome.Appended)), IsTransaction);

        (await Append(Ours, 0, "sending")).ShouldBe(AppendOutcome.AlreadyPresent);

        (await Keys(Stream)).ShouldBe(["sending"]);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_known_as_our_own_when_the_stream_has_moved_on()
    {
        Lines.Tables.Inflict(Fault.LoseAnswer, IsTransaction);
        Lines.Tables.Inflict(Fault.Meanwhile(async () => (await Append(Others, 1, "sent")).ShouldBe(AppendOutcome.Appended)), IsTransaction);

        (await Append(Ours, 0, "sending")).ShouldBe(AppendOutcome.Appended);

        (await Keys(Stream)).ShouldBe(["sending", "sent"]);
        (await Append(Ours, 1, "late")).ShouldBe(AppendOutcome.Conflict);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_summary_replaced_over_a_broken_line_is_replaced(Breakage breakage)
    {
        await Append(Others, 0, "opened");
        Lines.Tables.Inflict(Of(breakage), IsTransaction);

        (await Ours.Register.ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", []), Cancel)).ShouldBeTrue();

        (await Others.Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "rebuilt"));
        (await Others.Register.ListWorkAsync("in-flight", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_large_payload_over_a_broken_line_is_appended_once(Breakage breakage)
    {
        Lines.Blobs.Inflict(Of(breakage), r => r.Method == "PUT");
        Lines.Tables.Inflict(Of(breakage), IsTransaction);
        var large = new string('x', 200_000);

        (await Append(Ours, 0, Stream, large, "opened")).ShouldBe(AppendOutcome.Appended);

        (await Others.Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, large));
    }

    private static bool IsTransaction(ServiceRequest request) => request.Target.EndsWith("/$batch", StringComparison.Ordinal);

    private static Task<AppendOutcome> Append(StorageAccount store, long version, string key) => Append(store, version, Stream, key);

    private static Task<AppendOutcome> Append(StorageAccount store, long version, StreamId stream, string key) => Append(store, version, stream, key, key);

    private static Task<AppendOutcome> Append(StorageAccount store, long version, StreamId stream, string json, string key) =>
        store.Register.AppendAsync(stream, version, [new StoredEvent(key, json)], new StoredSummary(json, [new ListEntry("in-flight", "1")]), Cancel);

    private async Task<List<string>> Keys(StreamId stream) => await Others.Register.ReadEventsAsync(stream, Cancel).Select(e => e.Key).ToListAsync(Cancel);
}
