using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>What every register promises.</summary>
public abstract class RegisterContract : IAsyncLifetime
{
    private static readonly StreamId Stream = new("request/02N");

    protected IRegister Register { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Register = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await DestroyAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty register.</summary>
    protected abstract Task<IRegister> CreateAsync();

    protected virtual Task DestroyAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_stream_that_does_not_exist_is_at_version_0_and_empty()
    {
        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 0, ""));
        (await Register.ReadEventsAsync(Stream, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await Register.ListAsync("", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await Register.ListWorkAsync("outbox", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_appended_is_read_in_its_order_with_the_newest_summary()
    {
        (await Append(Stream, 0, ["opened", "queued"], "one")).ShouldBe(AppendOutcome.Appended);
        (await Append(Stream, 2, ["a-key-that-sorts-first"], "two – £5 \"quoted\" 😀")).ShouldBe(AppendOutcome.Appended);

        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 3, "two – £5 \"quoted\" 😀"));
        (await Register.ReadEventsAsync(Stream, Cancel).ToListAsync(Cancel))
            .ShouldBe([Event("opened"), Event("queued"), Event("a-key-that-sorts-first")]);
    }

    [Fact]
    public async Task The_same_events_again_are_already_present_whatever_the_version_and_nothing_is_written()
    {
        await Append(Stream, 0, ["opened", "queued"], "one");
        await Append(Stream, 2, ["sending"], "two");

        foreach (var version in (long[])[0, 2, 3, 99])
        {
            (await Append(Stream, version, ["opened", "queued"], "again", new ListEntry("outbox", "x"))).ShouldBe(AppendOutcome.AlreadyPresent);
        }

        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 3, "two"));
        (await Register.ListWorkAsync("outbox", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Some_of_the_events_again_are_a_conflict_and_nothing_is_written()
    {
        await Append(Stream, 0, ["opened"], "one");

        (await Append(Stream, 1, ["queued", "opened"], "two")).ShouldBe(AppendOutcome.Conflict);

        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "one"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_version_than_expected_is_a_conflict_and_nothing_is_written(long expected)
    {
        await Append(Stream, 0, ["opened", "queued"], "one");

        (await Append(Stream, expected, ["sending"], "two", new ListEntry("outbox", "x"))).ShouldBe(AppendOutcome.Conflict);

        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 2, "one"));
        (await Register.ReadEventsAsync(Stream, Cancel).CountAsync(Cancel)).ShouldBe(2);
        (await Register.ListWorkAsync("outbox", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_stream_is_not_begun_at_a_later_version()
    {
        (await Append(Stream, 1, ["opened"], "one")).ShouldBe(AppendOutcome.Conflict);
        (await Register.LoadAsync(Stream, Cancel)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_may_stand_in_two_streams()
    {
        (await Append(Stream, 0, ["opened"], "one")).ShouldBe(AppendOutcome.Appended);
        (await Append(new StreamId("request/99E"), 0, ["opened"], "two")).ShouldBe(AppendOutcome.Appended);
    }

    [Fact]
    public async Task Of_many_writers_at_the_same_version_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Append(Stream, 0, [$"sending-{i}"], "one"))));

        outcomes.Count(o => o == AppendOutcome.Appended).ShouldBe(1);
        outcomes.Count(o => o == AppendOutcome.Conflict).ShouldBe(15);
        (await Register.ReadEventsAsync(Stream, Cancel).CountAsync(Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_runs_of_the_same_trigger_one_appends_and_the_others_find_it_done()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Append(Stream, 0, ["sending"], "one"))));

        outcomes.Count(o => o == AppendOutcome.Appended).ShouldBe(1);
        outcomes.Count(o => o == AppendOutcome.AlreadyPresent).ShouldBe(15);
    }

    [Fact]
    public async Task A_list_is_in_ordinal_order_and_holds_exactly_what_starts_with_the_prefix()
    {
        string[] names = ["request/a", "request/B", "request/10", "request/2", "request/a.b", "request/a-b", "request/a/b", "request", "requests/1", "mail/1"];
        foreach (var name in names)
        {
            await Append(new StreamId(name), 0, ["opened"], name);
        }

        foreach (var prefix in (string[])["", "request/", "request/a", "request", "r", "request/a/b", "x", "request/é"])
        {
            var expected = names.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            var listed = await Register.ListAsync(prefix, Cancel).ToListAsync(Cancel);
            listed.ShouldBe(expected.Select(n => new StreamSnapshot(new StreamId(n), 1, n)));
        }
    }

    [Fact]
    public async Task A_worklist_is_in_order_of_sort_key_then_of_name_and_ends_at_the_key_asked_for()
    {
        await Append(new StreamId("request/C"), 0, ["opened"], "C", new ListEntry("outbox", "2016-07-01"), new ListEntry("triage", "1"));
        await Append(new StreamId("request/B"), 0, ["opened"], "B", new ListEntry("outbox", "2016-07-02"));
        await Append(new StreamId("request/A"), 0, ["opened"], "A", new ListEntry("outbox", "2016-07-02"));
        await Append(new StreamId("request/D"), 0, ["opened"], "D", new ListEntry("outbox", "2016-07-02T09"));
        await Append(new StreamId("request/E"), 0, ["opened"], "E", new ListEntry("Outbox", "2016-07-01"));

        (await Work("outbox")).ShouldBe(["C", "A", "B", "D"]);
        (await Work("outbox", "2016-07-02")).ShouldBe(["C", "A", "B"]);
        (await Work("outbox", "2016-07-01T23")).ShouldBe(["C"]);
        (await Work("outbox", "")).ShouldBeEmpty();
        (await Work("triage")).ShouldBe(["C"]);
    }

    [Fact]
    public async Task An_append_takes_the_stream_off_the_lists_it_was_on()
    {
        await Append(Stream, 0, ["opened"], "one", new ListEntry("outbox", "1"), new ListEntry("triage", "1"));
        await Append(Stream, 1, ["sending"], "two", new ListEntry("triage", "5"));

        (await Work("outbox")).ShouldBeEmpty();
        (await Work("triage", "4")).ShouldBeEmpty();
        (await Work("triage", "5")).ShouldBe(["two"]);
    }

    [Fact]
    public async Task A_stream_may_hold_several_places_on_one_list_but_each_only_once()
    {
        await Append(Stream, 0, ["opened"], "one", new ListEntry("outbox", "1"), new ListEntry("outbox", "2"), new ListEntry("outbox", "2"));

        (await Work("outbox")).ShouldBe(["one", "one"]);
    }

    [Fact]
    public async Task A_summary_is_replaced_only_at_the_version_it_was_computed_for()
    {
        await Append(Stream, 0, ["opened"], "one", new ListEntry("outbox", "1"));

        (await Register.ReplaceSummaryAsync(Stream, 0, new StoredSummary("stale", []), Cancel)).ShouldBeFalse();
        (await Register.ReplaceSummaryAsync(new StreamId("request/none"), 0, new StoredSummary("none", []), Cancel)).ShouldBeFalse();
        (await Register.LoadAsync(Stream, Cancel)).SummaryJson.ShouldBe("one");

        (await Register.ReplaceSummaryAsync(Stream, 1, new StoredSummary("rebuilt", [new ListEntry("triage", "1")]), Cancel)).ShouldBeTrue();
        (await Register.LoadAsync(Stream, Cancel)).ShouldBe(new StreamSnapshot(Stream, 1, "rebuilt"));
        (await Work("outbox")).ShouldBeEmpty();
        (await Work("triage")).ShouldBe(["rebuilt"]);
    }

    [Fact]
    public async Task A_caller_may_append_while_it_reads_a_list()
    {
        for (var i = 0; i < 50; i++)
        {
            await Append(new StreamId($"request/{i:00}"), 0, ["opened"], "one", new ListEntry("outbox", "1"));
        }

        var seen = new List<string>();
        await foreach (var snapshot in Register.ListWorkAsync("outbox", null, Cancel))
        {
            seen.Add(snapshot.Stream.Value);
            (await Append(snapshot.Stream, snapshot.Version, ["sending"], "two")).ShouldBe(AppendOutcome.Appended);
            await foreach (var again in Register.ReadEventsAsync(snapshot.Stream, Cancel))
            {
                again.Json.ShouldNotBeEmpty();
            }
        }

        seen.ShouldBe(Enumerable.Range(0, 50).Select(i => $"request/{i:00}"));
        (await Work("outbox")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_that_is_left_early_stops_nobody()
    {
        await Append(Stream, 0, ["opened"], "one");
        await Append(new StreamId("request/99E"), 0, ["opened"], "one");

        for (var i = 0; i < 20; i++)
        {
            (await Register.ListAsync("request/", Cancel).FirstAsync(Cancel)).Stream.ShouldBe(Stream);
            (await Append(Stream, i + 1, [$"note-{i}"], "one")).ShouldBe(AppendOutcome.Appended);
        }
    }

    [Fact]
    public async Task What_breaks_the_rules_is_refused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, [], "none"));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, ["twice", "twice"], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, [new string('k', 201)], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, -1, ["opened"], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(default, 0, ["opened"], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(new StreamId("request/é"), 0, ["opened"], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(new StreamId(new string('s', 201)), 0, ["opened"], "one"));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, ["opened"], "one", new ListEntry("outbox", new string('k', 101))));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, ["opened"], "one", new ListEntry("outbox", "1/2")));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, ["opened"], "one", new ListEntry("out box", "1")));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, ["opened"], "one", new ListEntry(new string('o', 101), "1")));
        await Should.ThrowAsync<ArgumentException>(() => Append(Stream, 0, [.. Enumerable.Range(0, RegisterRules.MaxEvents + 1).Select(i => $"event-{i}")], "many"));
        (await Register.ListAsync("", Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_longest_names_and_keys_are_taken()
    {
        var stream = new StreamId(new string('s', 200));
        (await Append(stream, 0, [new string('k', 200)], new string('j', 100_000), new ListEntry("outbox", new string('o', 100)))).ShouldBe(AppendOutcome.Appended);
        (await Work("outbox")).ShouldBe([new string('j', 100_000)]);
    }

    [Fact]
    public async Task As_many_events_and_places_as_the_rules_allow_go_into_one_append()
    {
        string[] keys = [.. Enumerable.Range(0, RegisterRules.MaxEvents).Select(i => $"event {i} / \\ # ? % é")];
        ListEntry[] places = [.. Enumerable.Range(0, RegisterRules.MaxLists).Select(i => new ListEntry("outbox", $"{i:00}|~:+"))];

        (await Append(Stream, 0, keys, "one", places)).ShouldBe(AppendOutcome.Appended);
        (await Append(Stream, keys.Length, ["last"], "two", [.. places.Select(p => p with { List = "triage" })])).ShouldBe(AppendOutcome.Appended);

        (await Register.ReadEventsAsync(Stream, Cancel).Select(e => e.Key).ToListAsync(Cancel)).ShouldBe([.. keys, "last"]);
        (await Work("outbox")).ShouldBeEmpty();
        (await Work("triage")).Count.ShouldBe(places.Length);
    }

    [Fact]
    public async Task Payloads_of_any_size_that_a_reply_can_have_are_kept_whole()
    {
        var large = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i} é 😀 "));
        (await Register.AppendAsync(Stream, 0, [new StoredEvent("large", large), Event("small")], new StoredSummary(large, [new ListEntry("triage", "1")]), Cancel))
            .ShouldBe(AppendOutcome.Appended);

        (await Register.LoadAsync(Stream, Cancel)).SummaryJson.ShouldBe(large);
        (await Register.ReadEventsAsync(Stream, Cancel).ToListAsync(Cancel)).ShouldBe([new StoredEvent("large", large), Event("small")]);
        (await Work("triage")).ShouldBe([large]);
        (await Register.ListAsync("request/", Cancel).SingleAsync(Cancel)).SummaryJson.ShouldBe(large);
    }

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Register.AppendAsync(Stream, 0, [Event("opened")], new StoredSummary("one", []), cancelled.Token));

        (await Append(Stream, 0, ["opened"], "one")).ShouldBe(AppendOutcome.Appended);
    }

    private static StoredEvent Event(string key) => new(key, $$"""{"what":"{{key}} – £"}""");

    private Task<AppendOutcome> Append(StreamId stream, long version, string[] keys, string summary, params ListEntry[] lists) =>
        Register.AppendAsync(stream, version, [.. keys.Select(Event)], new StoredSummary(summary, lists), Cancel);

    private async Task<List<string>> Work(string list, string? upTo = null) =>
        await Register.ListWorkAsync(list, upTo, Cancel).Select(s => s.SummaryJson).ToListAsync(Cancel);
}
