using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.UseCases;

/// <summary>A round moves from one store to another: nothing is lost, both ends are equal, and only one of them is home.</summary>
public sealed class CopyingTests
{
    private static CancellationToken Cancel => PipelineDriver.Cancel;

    [Fact]
    public async Task Both_ends_are_equal_and_the_new_one_is_home()
    {
        var driver = await AnsweredAsync();
        var (from, to) = (Of(driver), Empty("other"));

        var report = await CopyAsync(from, to);

        (report.Moved, report.Messages).ShouldBe((true, 1));
        report.NewEvents.ShouldBeGreaterThan(20);
        await ShouldBeEqualAsync(from, to);
        (await new RoundHome(from.Register, from.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBe("other");
        (await new RoundHome(to.Register, to.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBeNull();
        (await to.Queue.PeekAsync(ReplyMessages.ClassifyQueue, 10, Cancel)).ShouldBe(await from.Queue.PeekAsync(ReplyMessages.ClassifyQueue, 10, Cancel));
        (await new RebuildSummaries(to.Register).RunAsync(Cancel)).Mended.ShouldBeEmpty();
    }

    [Fact]
    public async Task Copying_again_changes_nothing_and_says_so()
    {
        var (from, to) = (Of(await AnsweredAsync()), Empty("other"));
        var first = await CopyAsync(from, to);

        var second = await CopyAsync(from, to);

        (second.NewEvents, second.NewDocuments, second.Messages).ShouldBe((0, 0, 0));
        (second.Events, second.Documents, second.Streams).ShouldBe((first.Events, first.Documents, first.Streams));
        await ShouldBeEqualAsync(from, to);
    }

    [Fact]
    public async Task A_round_that_went_on_in_its_new_home_comes_back_with_what_happened_there()
    {
        var driver = await AnsweredAsync();
        var (here, there) = (Of(driver), Empty("other"));
        await CopyAsync(here, there);
        await new RoundBook(driver.Round, there.Register).Requests.DecideAsync(
            "02N", _ => [new NoteAdded("they rang") { At = driver.Clock.GetUtcNow(), By = Some.Person }], Cancel);

        (await Should.ThrowAsync<CopyException>(() => CopyAsync(here, there))).Message.ShouldContain("was carried on there");
        (await CopyAsync(there, here)).NewEvents.ShouldBe(2);

        await ShouldBeEqualAsync(here, there);
        (await driver.EventsAsync("02N")).OfType<NoteAdded>().ShouldHaveSingleItem();
        (await new RoundHome(here.Register, here.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBeNull();
        (await new RoundHome(there.Register, there.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBe("memory");
    }

    [Fact]
    public async Task Work_that_was_not_finished_is_waiting_in_the_new_home()
    {
        var driver = await PipelineDriver.SentAsync();
        var raw = SomeMail.Reply("02N", SomeMail.FullAnswer);
        driver.Mailbox.Deliver(raw);
        await driver.CollectAsync();
        await driver.Pipeline.Ingest.RunAsync(MailDocument.Name(PipelineDriver.IdOf(raw)), Cancel);
        var to = Empty("other");

        await CopyAsync(Of(driver), to);

        (await to.Queue.PeekAsync(ReplyMessages.ExtractQueue, 10, Cancel)).ShouldBe([ReplyMessages.Write(new ExtractMessage(PipelineDriver.IdOf(raw)))]);
    }

    [Fact]
    public async Task A_backup_can_be_made_again_and_again_and_is_never_home()
    {
        var driver = await AnsweredAsync();
        var (from, to) = (Of(driver), Empty("safe"));
        await CopyAsync(from, to, backup: true);
        await driver.ReceiveAsync(SomeMail.Reply("99E", SomeMail.FullAnswer));

        (await CopyAsync(from, to, backup: true)).NewEvents.ShouldBeGreaterThan(0);

        await ShouldBeEqualAsync(from, to);
        (await new RoundHome(from.Register, from.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBeNull();
        (await new RoundHome(to.Register, to.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBe("memory");
        (await Should.ThrowAsync<CopyException>(() => CopyAsync(to, Empty("third")))).Message.ShouldContain("is a copy");
    }

    [Fact]
    public async Task Whatever_the_moment_it_is_broken_off_the_same_command_ends_it_and_only_one_place_is_ever_home()
    {
        var driver = await AnsweredAsync();
        var original = await SnapshotAsync(Of(driver));
        var deaths = 0;
        foreach (var afterwards in new[] { false, true })
        {
            for (var call = 1; ; call += 5)
            {
                var (from, to) = (await CloneAsync(original), Empty("other"));
                var crash = new Crash(call, afterwards);
                try
                {
                    await CopyAsync(Dying(from, crash), Dying(to, crash));
                }
                catch (CrashException)
                {
                    deaths++;
                }

                var homes = 0;
                foreach (var store in new[] { from, to })
                {
                    var open = await OpenRound.LoadAsync(store.Documents, Cancel) is not null;
                    homes += open && await new RoundHome(store.Register, store.Id, TimeProvider.System).ElsewhereAsync(Cancel) is null ? 1 : 0;
                }

                homes.ShouldBeLessThanOrEqualTo(1, $"call {call}");
                await CopyAsync(from, to);
                await ShouldBeEqualAsync(from, to);
                if (!crash.Happened)
                {
                    break;
                }
            }
        }

        deaths.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task A_sender_that_is_at_work_while_the_round_moves_sends_nothing_more_and_its_letter_waits_in_the_new_home()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var (from, to) = (Of(driver), Empty("other"));

        // The move is noted right after the sender has taken its letter.
        var home = new RoundHome(from.Register, from.Id, driver.Clock);
        var moving = new WatchedRegister(driver.Register, afterAppend: events => events.Any(e => e.Json.Contains(nameof(LetterSending), StringComparison.Ordinal))
            ? home.MoveAsync(to.Id, to.Place, "a test", Some.Person, Cancel)
            : Task.CompletedTask);

        await Should.ThrowAsync<StoreUnavailableException>(() => driver.Start(register: moving).Send.RunAsync(Cancel));

        driver.Mailbox.Accepted.ShouldBeEmpty();
        await CopyAsync(from, to);
        var theirs = new RoundBook(driver.Round, to.Register);
        (await theirs.Requests.ListAsync(Cancel).CountAsync(r => r.Letters.All(l => l.IsWaiting), Cancel)).ShouldBe(driver.Round.Authorities.Count);
    }

    [Fact]
    public async Task A_round_with_a_letter_on_its_way_does_not_move()
    {
        var driver = await PipelineDriver.OpenedAsync();
        driver.Mailbox.Fate = (_, _) => Fate.BreakAccepted;
        await Should.ThrowAsync<Exception>(() => driver.Pipeline.Send.RunAsync(Cancel));

        (await Should.ThrowAsync<CopyException>(() => CopyAsync(Of(driver), Empty("other")))).Message.ShouldContain("is on its way");

        (await driver.Pipeline.Home.ElsewhereAsync(Cancel)).ShouldBeNull();
        (await CopyAsync(Of(driver), Empty("backup"), backup: true)).NewEvents.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_place_that_holds_something_else_is_left_as_it_is()
    {
        var driver = await AnsweredAsync();
        var other = PipelineDriver.Closed(Some.Round() with { Name = "Another round" });
        await other.OpenAsync();
        var before = await SnapshotAsync(Of(other));

        (await Should.ThrowAsync<CopyException>(() => CopyAsync(Of(driver), Of(other) with { Id = "other" }))).Message.ShouldContain("Another round");
        (await Should.ThrowAsync<CopyException>(() => CopyAsync(Empty("a"), Empty("b")))).Message.ShouldContain("no round");
        (await Should.ThrowAsync<CopyException>(() => CopyAsync(Of(driver), Of(driver)))).Message.ShouldContain("the same store");

        (await SnapshotAsync(Of(other))).ShouldBe(before);
    }

    [Fact]
    public async Task A_document_that_differs_under_its_name_stops_the_copy()
    {
        var driver = await AnsweredAsync();
        var to = Empty("other");
        var name = (await driver.NamesAsync("text/"))[0];
        await to.Documents.PutIfAbsentAsync(name, new MemoryStream("something else"u8.ToArray()), Cancel);

        (await Should.ThrowAsync<CopyException>(() => CopyAsync(Of(driver), to))).Message.ShouldContain(name);
        (await new RoundHome(to.Register, to.Id, driver.Clock).ElsewhereAsync(Cancel)).ShouldBe("memory");
    }

    [Fact]
    public async Task What_rings_in_a_place_the_round_has_left_does_nothing()
    {
        var driver = await AnsweredAsync();
        await CopyAsync(Of(driver), Empty("other"));
        var before = await SnapshotAsync(Of(driver));

        foreach (var timer in new[] { "SendDueLetters", "CollectMail", "KeepWatch" })
        {
            (await driver.Start().RingAsync(new Local.Clockwork.FunctionCall(timer, ""), Cancel)).ShouldContain("has moved to other");
        }

        foreach (var function in new[] { "IngestMail", "ExtractReply" })
        {
            var refused = await Should.ThrowAsync<StoreUnavailableException>(() => driver.Start().RingAsync(new Local.Clockwork.FunctionCall(function, "anything"), Cancel));
            refused.Message.ShouldContain("has moved to other");
        }

        (await SnapshotAsync(Of(driver))).ShouldBe(before);
    }

    private static async Task<PipelineDriver> AnsweredAsync()
    {
        var driver = await PipelineDriver.SentAsync();
        await driver.ReceiveAsync(SomeMail.Reply("02N", SomeMail.FullAnswer));
        return driver;
    }

    private static FakeStore Of(PipelineDriver driver) => new(driver.Register, driver.Documents, driver.Queue);

    private static FakeStore Empty(string id) =>
        new(new InMemoryRegister(), new InMemoryDocumentStore(new ManualClock()), new InMemoryWorkQueue(new ManualClock())) { Id = id, Place = id };

    private static FakeStore Dying(FakeStore store, Crash crash) =>
        store with { Register = new CrashingRegister(store.Register, crash), Documents = new CrashingDocuments(store.Documents, crash), Queue = new CrashingQueue(store.Queue, crash) };

    private static Task<CopyReport> CopyAsync(FakeStore from, FakeStore to, bool backup = false) =>
        new CopyRound(from, to, new ManualClock(), TimeSpan.Zero).RunAsync(backup, Some.Person, null, Cancel);

    private static async Task<FakeStore> CloneAsync(StoreSnapshot snapshot)
    {
        var clone = Empty("memory");
        foreach (var (stream, events) in snapshot.Streams)
        {
            var kind = JournalKinds.All.Single(k => stream.Value.StartsWith(k.Prefix, StringComparison.Ordinal));
            await clone.Register.AppendAsync(stream, 0, events, kind.Fold(events), Cancel);
        }

        foreach (var (name, bytes) in snapshot.Documents)
        {
            await clone.Documents.PutIfAbsentAsync(name, new MemoryStream(bytes), Cancel);
        }

        return clone;
    }

    private static async Task ShouldBeEqualAsync(FakeStore one, FakeStore other) => (await SnapshotAsync(other)).ShouldBe(await SnapshotAsync(one));

    private static async Task<StoreSnapshot> SnapshotAsync(FakeStore store)
    {
        var snapshot = new StoreSnapshot([], []);
        await foreach (var stream in store.Register.ListAsync("", Cancel))
        {
            snapshot.Streams.Add((stream.Stream, await store.Register.ReadEventsAsync(stream.Stream, Cancel).ToListAsync(Cancel)));
        }

        await foreach (var document in store.Documents.ListAsync("", Cancel))
        {
            snapshot.Documents.Add((document.Name, (await store.Documents.ReadAllAsync(document.Name, Cancel))!));
        }

        return snapshot;
    }

    /// <summary>Everything in a store but its queues.</summary>
    private sealed record StoreSnapshot(List<(StreamId Stream, List<StoredEvent> Events)> Streams, List<(string Name, byte[] Bytes)> Documents)
    {
        public bool Equals(StoreSnapshot? other) =>
            other is not null
            && Streams.Select(s => s.Stream).SequenceEqual(other.Streams.Select(s => s.Stream))
            && Streams.Zip(other.Streams).All(pair => pair.First.Events.SequenceEqual(pair.Second.Events))
            && Documents.Select(d => d.Name).SequenceEqual(other.Documents.Select(d => d.Name), StringComparer.Ordinal)
            && Documents.Zip(other.Documents).All(pair => pair.First.Bytes.AsSpan().SequenceEqual(pair.Second.Bytes));

        public override int GetHashCode() => Streams.Count;
    }
}
