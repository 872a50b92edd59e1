using FoiPipeline.Composition;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Serving;
using FoiPipeline.Tests.Fakes;
using FoiPipeline.Tests.UseCases;

namespace FoiPipeline.Tests.Serving;

public sealed class ServedRoundTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("foi-served-").FullName;
    private readonly ManualClock _clock = new();
    private readonly StoreChoice _choice;
    private readonly ServedRound _served;

    public ServedRoundTests()
    {
        _choice = StoreChoice.Of("local", Path.Combine(_folder, "data"));
        _served = new ServedRound(_choice, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _served.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_round_opened_later_is_found_within_half_a_minute_and_then_kept()
    {
        await Should.ThrowAsync<NoRoundException>(() => _served.GetAsync(Cancel));
        await OpenAsync();
        await Should.ThrowAsync<NoRoundException>(() => _served.GetAsync(Cancel), "it is not looked for at every call");

        _clock.Advance(ServedRound.LookEvery);
        var round = await _served.GetAsync(Cancel);
        round.Pipeline.Book.Round.Name.ShouldBe(Some.Round().Name);
        (await _served.GetAsync(Cancel)).ShouldBeSameAs(round);
    }

    [Fact]
    public async Task Many_calls_at_once_open_it_once()
    {
        await OpenAsync();
        var rounds = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _served.GetAsync(Cancel))));
        rounds.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_gave_up_does_not_spoil_it_for_the_next()
    {
        await OpenAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => _served.GetAsync(new CancellationToken(canceled: true)));
        (await _served.GetAsync(Cancel)).ShouldNotBeNull();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task OpenAsync()
    {
        await using var store = await _choice.PrepareAsync(_clock, Cancel);
        await new OpenRound(store.Documents, store.Register, _clock).RunAsync(Some.Round(), new Dictionary<string, byte[]>(StringComparer.Ordinal), Some.Person, null, Cancel);
    }
}
