using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Tests.UseCases;

public sealed class OpeningTests
{
    [Fact]
    public async Task Opening_twice_changes_nothing()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var before = await driver.EventsAsync("02N");
        var again = await driver.OpenAsync();
        again.Opened.ShouldBe(0);
        again.Asked.ShouldBe(3);
        again.Other.ShouldBeNull();
        (await driver.EventsAsync("02N")).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task Another_round_is_refused_and_the_denominator_stays_frozen()
    {
        var driver = await PipelineDriver.OpenedAsync();
        var larger = Some.Round([.. driver.Round.Authorities, Some.Authority("10X", "Newcomer")]);
        var result = await new OpenRound(driver.Documents, driver.Register, driver.Clock)
            .RunAsync(larger, new Dictionary<string, byte[]>(StringComparer.Ordinal), Some.Person, null, PipelineDriver.Cancel);
        result.Other.ShouldNotBeNull().Authorities.Count.ShouldBe(3);
        (await OpenRound.LoadAsync(driver.Documents, PipelineDriver.Cancel)).ShouldNotBeNull().Authorities.Count.ShouldBe(3);
        (await driver.RequestAsync("10X")).Exists.ShouldBeFalse();
        (await driver.Pipeline.Status.RunAsync(null, PipelineDriver.Cancel)).Asked.ShouldBe(3);
    }

    [Fact]
    public async Task Opening_broken_off_at_any_call_goes_on_where_it_was()
    {
        var deaths = await PipelineDriver.DieAtEveryCallAsync(
            () => Task.FromResult(PipelineDriver.Closed()),
            (driver, crash) => driver.OpenAsync(crash),
            async driver =>
            {
                (await driver.OpenAsync()).Other.ShouldBeNull();
                foreach (var authority in driver.Round.Authorities)
                {
                    var request = await driver.RequestAsync(authority.Id.Value);
                    request.Letters.ShouldHaveSingleItem().Delivery.ShouldBe(Delivery.Queued);
                    (await driver.EventsAsync(authority.Id.Value)).Count.ShouldBe(2);
                }

                (await driver.NamesAsync("round/")).ShouldBe(["round/round.json", "round/source/round.yaml"]);
            });
        deaths.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Two_who_open_at_once_open_every_request_once()
    {
        var driver = PipelineDriver.Closed();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => driver.OpenAsync(), PipelineDriver.Cancel)));
        results.Sum(r => r.Opened).ShouldBe(3);
        (await driver.EventsAsync("02N")).Count.ShouldBe(2);
    }
}
