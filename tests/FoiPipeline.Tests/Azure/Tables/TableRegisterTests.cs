using System.Security.Cryptography;
using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.Azure.Tables;

/// <summary>What the contract cannot see: how much is asked of the service, and what becomes of an append whose answer is lost.</summary>
public sealed class TableRegisterTests
{
    private static readonly StreamId Stream = new("request/02N");

    private readonly TableServiceInMemory _service = new();
    private readonly InMemoryDocumentStore _documents = new(TimeProvider.System);
    private readonly TableRegister _register;

    public TableRegisterTests() => _register = AnotherProcess();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_and_an_append_are_two_requests()
    {
        await Append(_register, 0, "opened");
        _service.TakeRequests().ShouldBe(["transaction"]);

        var process = AnotherProcess();
        var loaded = await process.LoadAsync(Stream, Cancel);
        await Append(process, loaded.Version, "sending", new ListEntry("in-flight", "1"));
        _service.TakeRequests().ShouldBe(["GET", "transaction"]);

        (await Append(process, 2, "sent")).ShouldBe(AppendOutcome.Appended);
        _service.TakeRequests().ShouldBe(["transaction"]);
    }

    [Fact]
    public async Task Rows_are_named_as_the_runbook_says()
    {
        await Append(_register, 0, "opened", new ListEntry("outbox", "2016-07-01"));

        _service.RowKeys.ShouldBe(
            [$"e!request.02N!{Convert.ToHexStringLower(SHA256.HashData("opened"u8))}", "s!request.02N", "w!outbox!2016-07-01!request.02N"]);
    }

    [Fact]
    public async Task A_place_that_stays_is_one_action_and_one_that_is_left_is_gone()
    {
        await Append(_register, 0, "opened", new ListEntry("outbox", "1"), new ListEntry("triage", "2"));

        (await Append(_register, 1, "sending", new ListEntry("outbox", "1"), new ListEntry("in-flight", "3"))).ShouldBe(AppendOutcome.Appended);

        _service.RowKeys.Where(k => k[0] == 'w').ShouldBe(["w!in-flight!3!request.02N", "w!outbox!1!request.02N"]);
        (await Work("outbox")).ShouldBe(["sending"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_append_whose_answer_is_lost_is_known_as_our_own(int lost)
    {
        await Append(_register, 0, "opened", new ListEntry("outbox", "1"));
        _service.LostAnswers = lost;

        (await Append(_register, 1, "sending")).ShouldBe(AppendOutcome.Appended);

        (await _register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 2, "sending"));
        (await Append(_register, 2, "sent")).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task The_first_append_to_a_stream_is_known_as_our_own_too()
    {
        _service.LostAnswers = 1;

        (await Append(_register, 0, "opened")).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task An_append_whose_answer_is_lost_is_our_own_even_if_others_have_gone_on()
    {
        await Append(_register, 0, "opened");
        var other = AnotherProcess();
        _service.LostAnswers = 1;
        var transactions = 0;
        _service.Before = sent =>
        {
            if (sent.Uri.AbsolutePath == "/$batch" && ++transactions == 2)
            {
                _service.Before = _ => { };
                Append(other, 2, "note").GetAwaiter().GetResult().ShouldBe(AppendOutcome.Appended);
            }
        };

        (await Append(_register, 1, "sending")).ShouldBe(AppendOutcome.Appended);
        (await Append(_register, 3, "sent")).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task The_same_append_of_another_process_is_not_our_own()
    {
        await Append(_register, 0, "opened");
        await Append(AnotherProcess(), 1, "sending");

        (await Append(_register, 1, "sending")).ShouldBe(AppendOutcome.AlreadyPresent);
    }

    [Fact]
    public async Task When_no_answer_ever_comes_the_store_is_unavailable_and_the_next_run_finds_what_happened()
    {
        await Append(_register, 0, "opened");
        _service.LostAnswers = 4;

        (await Should.ThrowAsync<StoreUnavailableException>(() => Append(_register, 1, "sending"))).Message.ShouldContain("acc");

        (await Append(_register, 1, "sending")).ShouldBe(AppendOutcome.AlreadyPresent);
    }

    [Fact]
    public async Task What_is_remembered_may_be_out_of_date_and_the_answer_is_true()
    {
        await Append(_register, 0, "opened", new ListEntry("outbox", "1"));
        var other = AnotherProcess();
        await Append(other, 1, "sending", new ListEntry("in-flight", "1"));

        (await Append(_register, 1, "note")).ShouldBe(AppendOutcome.Conflict);
        (await Append(_register, 2, "note")).ShouldBe(AppendOutcome.Appended);
        _service.RowKeys.ShouldNotContain(k => k[0] == 'w');
        (await Append(other, 2, "sent")).ShouldBe(AppendOutcome.Conflict);
    }

    [Fact]
    public async Task A_summary_that_is_replaced_meanwhile_is_no_conflict_for_an_append()
    {
        await Append(_register, 0, "opened");
        (await AnotherProcess().ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", [new ListEntry("triage", "1")]), Cancel)).ShouldBeTrue();

        (await Append(_register, 1, "sending")).ShouldBe(AppendOutcome.Appended);
        _service.RowKeys.ShouldNotContain(k => k[0] == 'w');
    }

    [Fact]
    public async Task A_replaced_summary_whose_answer_is_lost_is_replaced()
    {
        await Append(_register, 0, "opened");
        _service.LostAnswers = 1;

        (await _register.ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", []), Cancel)).ShouldBeTrue();
        (await _register.LoadAsync(Stream, Cancel)).SummaryJson.ShouldBe("rebuilt");
    }

    [Fact]
    public async Task What_is_too_large_for_a_row_stands_in_a_document_named_after_its_content()
    {
        var large = new string('é', RegisterPayloads.MaxInline + 1);
        var small = new string('é', RegisterPayloads.MaxInline);

        await _register.AppendAsync(Stream, 0, [new StoredEvent("large", large), new StoredEvent("small", small)], new StoredSummary(large, [new ListEntry("triage", "1")]), Cancel);

        var document = await _documents.ListAsync("", Cancel).SingleAsync(Cancel);
        document.Name.ShouldMatch("^payload/[0-9a-f]{64}\\.json$");
        document.Length.ShouldBe(2 * large.Length);
        (await _register.ReadEventsAsync(Stream, Cancel).Select(e => e.Json).ToListAsync(Cancel)).ShouldBe([large, small]);
        (await Work("triage")).ShouldBe([large]);
    }

    [Fact]
    public async Task A_document_that_is_gone_or_changed_is_not_read_as_if_nothing_were()
    {
        await _register.AppendAsync(Stream, 0, [new StoredEvent("opened", "{}")], new StoredSummary(new string('x', 40_000), []), Cancel);
        var name = (await _documents.ListAsync("", Cancel).SingleAsync(Cancel)).Name;
        var emptied = new TableRegister(Scripted.Table(_service.Transport), new InMemoryDocumentStore(TimeProvider.System), "acc");
        var changed = new InMemoryDocumentStore(TimeProvider.System);
        await changed.PutIfAbsentAsync(name, new MemoryStream("other"u8.ToArray()), Cancel);

        (await Should.ThrowAsync<StoreUnavailableException>(() => emptied.LoadAsync(Stream, Cancel))).Message.ShouldContain(name);
        (await Should.ThrowAsync<StoreUnavailableException>(() => new TableRegister(Scripted.Table(_service.Transport), changed, "acc").LoadAsync(Stream, Cancel)))
            .Message.ShouldContain(name);
    }

    [Theory]
    [InlineData('\u0001')]
    [InlineData('"')]
    [InlineData('\uffff')]
    public async Task The_largest_append_that_the_rules_allow_fits_into_one_transaction(char worst)
    {
        var json = new string(worst, RegisterPayloads.MaxInline);
        ListEntry[] Places(char c) => [.. Enumerable.Range(10, RegisterRules.MaxLists).Select(i => new ListEntry($"{i}{new string(c, 98)}", new string(c, 100)))];
        StoredEvent[] Events(string n) => [.. Enumerable.Range(10, RegisterRules.MaxEvents).Select(i => new StoredEvent($"{n}{i}{new string(worst, 190)}", json))];
        var stream = new StreamId(new string('s', RegisterRules.MaxNameLength));

        (await _register.AppendAsync(stream, 0, Events("a"), new StoredSummary(json, Places('a')), Cancel)).ShouldBe(AppendOutcome.Appended);
        (await _register.AppendAsync(stream, 40, Events("b"), new StoredSummary(json, Places('b')), Cancel)).ShouldBe(AppendOutcome.Appended);

        (await _register.ReadEventsAsync(stream, Cancel).CountAsync(e => e.Json == json, Cancel)).ShouldBe(80);
    }

    [Fact]
    public async Task A_row_that_somebody_has_changed_by_hand_is_told_by_name()
    {
        await Append(_register, 0, "opened");
        _service.Change("s!request.02N", "Version@odata.type", null);

        (await Should.ThrowAsync<StoreUnavailableException>(() => _register.LoadAsync(Stream, Cancel))).Message.ShouldContain("s!request.02N");
    }

    [Fact]
    public async Task A_missing_event_is_not_passed_over()
    {
        await Append(_register, 0, "opened");
        await Append(_register, 1, "sending");
        _service.Remove(_service.RowKeys.First());

        (await Should.ThrowAsync<StoreUnavailableException>(() => _register.ReadEventsAsync(Stream, Cancel).CountAsync(Cancel).AsTask())).Message.ShouldContain("request/02N");
    }

    [Fact]
    public async Task A_long_worklist_is_read_page_by_page_while_it_is_worked_off()
    {
        for (var i = 0; i < 250; i++)
        {
            await _register.AppendAsync(new StreamId($"request/{i:000}"), 0, [new StoredEvent("opened", "{}")], new StoredSummary("{}", [new ListEntry("outbox", "1")]), Cancel);
        }

        _service.TakeRequests();
        var seen = 0;
        await foreach (var snapshot in _register.ListWorkAsync("outbox", "1", Cancel))
        {
            seen++;
            (await _register.AppendAsync(snapshot.Stream, snapshot.Version, [new StoredEvent("sending", "{}")], new StoredSummary("{}", []), Cancel)).ShouldBe(AppendOutcome.Appended);
        }

        seen.ShouldBe(250);
        var requests = _service.TakeRequests();
        requests.Count(r => r == "query").ShouldBe(3);
        requests.Count.ShouldBe(253);
    }

    [Fact]
    public async Task A_list_that_nothing_can_be_on_asks_nobody()
    {
        (await _register.ListAsync("request/é", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await _register.ListWorkAsync("out box", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await _register.LoadAsync(new StreamId("request/é"), Cancel)).Version.ShouldBe(0);
        (await _register.LoadAsync(default, Cancel)).Version.ShouldBe(0);
        _service.TakeRequests().ShouldBeEmpty();
    }

    [Fact]
    public void Only_so_many_streams_are_remembered()
    {
        var recent = new RecentStreams(2);
        var state = new StreamState(1, default, []);
        foreach (var name in (string[])["a", "b"])
        {
            recent.Remember(new StreamId(name), state);
        }

        recent.Find(new StreamId("a")).ShouldBe(state);
        recent.Remember(new StreamId("c"), state);

        recent.Find(new StreamId("a")).ShouldBe(state);
        recent.Find(new StreamId("b")).ShouldBeNull();
        recent.Forget(new StreamId("a"));
        recent.Find(new StreamId("a")).ShouldBeNull();
    }

    private TableRegister AnotherProcess() => new(Scripted.Table(_service.Transport), _documents, "acc");

    private static Task<AppendOutcome> Append(TableRegister register, long version, string key, params ListEntry[] places) =>
        register.AppendAsync(Stream, version, [new StoredEvent(key, "{}")], new StoredSummary(key, places), Cancel);

    private async Task<List<string>> Work(string list) => await _register.ListWorkAsync(list, null, Cancel).Select(s => s.SummaryJson).ToListAsync(Cancel);
}
