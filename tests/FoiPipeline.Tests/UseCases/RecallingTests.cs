using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.UseCases;

/// <summary>What a process remembers of a stream may be out of date: it may save a request, and never decide anything.</summary>
public sealed class RecallingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_memory_that_is_up_to_date_saves_the_reading()
    {
        var register = new Remembering();
        var journal = new Journal<MarkState, MarkEvent>(register, JournalKinds.Mark);

        for (var number = 1; number <= 3; number++)
        {
            (await journal.DecideAsync("mailbox/main", state => [Moved(state.Moves + 1)], Cancel)).Appended.ShouldBeTrue();
        }

        register.Loads.ShouldBe(1);
        (await journal.LoadAsync("mailbox/main", Cancel)).Moves.ShouldBe(3);
    }

    [Fact]
    public async Task A_memory_out_of_date_is_refused_by_the_store_and_read_anew()
    {
        var register = new Remembering();
        var journal = new Journal<MarkState, MarkEvent>(register, JournalKinds.Mark);
        await journal.DecideAsync("mailbox/main", _ => [Moved(1)], Cancel);
        await register.AnotherProcessAppendsAsync(Moved(2));

        var (appended, state) = await journal.DecideAsync("mailbox/main", known => [Moved(known.Moves + 1)], Cancel);

        (appended, state.Moves).ShouldBe((true, 3));
    }

    [Fact]
    public async Task That_there_is_nothing_to_do_is_not_believed_of_a_memory()
    {
        var register = new Remembering();
        var journal = new Journal<MarkState, MarkEvent>(register, JournalKinds.Mark);
        await journal.DecideAsync("mailbox/main", _ => [Moved(1)], Cancel);
        await register.AnotherProcessAppendsAsync(Moved(2));

        var (appended, state) = await journal.DecideAsync("mailbox/main", known => known.Moves == 2 ? [Moved(3)] : [], Cancel);

        (appended, state.Moves).ShouldBe((true, 3));
    }

    private static CursorMoved Moved(int number) => new(number, $"cursor {number}") { At = DateTimeOffset.UnixEpoch, By = Actor.Rule("test") };

    /// <summary>Remembers each stream as it was last loaded or written through it.</summary>
    private sealed class Remembering : IRegister
    {
        private readonly InMemoryRegister _store = new();
        private readonly Dictionary<StreamId, StreamSnapshot> _memory = [];

        public int Loads { get; private set; }

        public async Task AnotherProcessAppendsAsync(MarkEvent happening) =>
            (await new Journal<MarkState, MarkEvent>(_store, JournalKinds.Mark).DecideAsync("mailbox/main", _ => [happening], Cancel)).Appended.ShouldBeTrue();

        public async Task<AppendOutcome> AppendAsync(StreamId stream, long expectedVersion, IReadOnlyList<StoredEvent> events, StoredSummary summary, CancellationToken cancel)
        {
            var outcome = await _store.AppendAsync(stream, expectedVersion, events, summary, cancel);
            if (outcome == AppendOutcome.Appended)
            {
                _memory[stream] = new StreamSnapshot(stream, expectedVersion + events.Count, summary.Json);
            }

            return outcome;
        }

        public async Task<StreamSnapshot> LoadAsync(StreamId stream, CancellationToken cancel)
        {
            Loads++;
            return _memory[stream] = await _store.LoadAsync(stream, cancel);
        }

        public StreamSnapshot? Recall(StreamId stream) => _memory.GetValueOrDefault(stream);

        public IAsyncEnumerable<StoredEvent> ReadEventsAsync(StreamId stream, CancellationToken cancel) => _store.ReadEventsAsync(stream, cancel);

        public IAsyncEnumerable<StreamSnapshot> ListAsync(string prefix, CancellationToken cancel) => _store.ListAsync(prefix, cancel);

        public IAsyncEnumerable<StreamSnapshot> ListWorkAsync(string list, string? upTo, CancellationToken cancel) => _store.ListWorkAsync(list, upTo, cancel);

        public Task<bool> ReplaceSummaryAsync(StreamId stream, long version, StoredSummary summary, CancellationToken cancel) =>
            _store.ReplaceSummaryAsync(stream, version, summary, cancel);
    }
}
