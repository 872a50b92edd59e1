using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Interruptions;

/// <summary>The promise of the whole pipeline: whatever moment it is killed at, no letter goes out twice and no reply is lost.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Authorities = 20;
    private const int KillsWanted = 200;
    private const int MostKillsARound = 60;

    private static readonly int[] Seeds = [20160713, 7];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_two_hundred_times_at_random_moments_a_round_ends_in_the_same_register()
    {
        // Two at a time: one for each core.
        var kills = (await Task.WhenAll(Seeds.Select(KillRoundsAsync))).SelectMany(k => k).ToList();

        kills.Count.ShouldBeGreaterThanOrEqualTo(KillsWanted);
        var hits = kills.SelectMany(k => k).CountBy(k => k).ToDictionary();
        output.WriteLine($"{kills.Count} kills, and what they found half done: {string.Join(", ", hits.OrderByDescending(h => h.Value).Select(h => $"{h.Key} {h.Value}"))}");
        foreach (var step in new[] { Step.Opening, Step.Sending, Step.Collecting, Step.Ingesting, Step.Extracting })
        {
            hits.GetValueOrDefault(step).ShouldBeGreaterThan(0, $"no kill fell into {step}");
        }
    }

    /// <summary>Rounds of one seed, each killed in its own way, until this core's half of the kills is dealt.</summary>
    private async Task<List<IReadOnlyList<string>>> KillRoundsAsync(int seed)
    {
        var undisturbed = new InterruptedRound(_folder.Below($"undisturbed-{seed}"), Authorities, seed);
        var start = await undisturbed.PlayUndisturbedAsync();
        var events = Step.EventsIn(undisturbed.Data);
        var expected = RegisterPicture.Of(undisturbed.Data);
        var kills = new List<IReadOnlyList<string>>();
        for (var number = 1; kills.Count < KillsWanted / Seeds.Length; number++)
        {
            var round = new InterruptedRound(_folder.Below($"killed-{seed}-{number}"), Authorities, seed);
            var last = await round.PlayUnderKillsAsync(new KillMoments(new Random((seed * 100) + number), start, events), MostKillsARound);
            last.ExitCode.ShouldBe(0, $"round {number} of seed {seed}: {last.Out}\n{last.Err}");
            await ShouldHaveGoneTheSameWayAsync(round.Data, expected, $"round {number} of seed {seed}, after {round.Kills.Count} kills");
            output.WriteLine($"round {number} of seed {seed}: {round.Kills.Count} kills; a start takes {start.TotalSeconds:0.0} s");
            kills.AddRange(round.Kills);
        }

        return kills;
    }

    private static async Task ShouldHaveGoneTheSameWayAsync(string data, string expected, string which)
    {
        RegisterPicture.SentTwice(data).ShouldBeEmpty(which);
        RegisterPicture.LostMails(data).ShouldBeEmpty(which);
        RegisterPicture.Differences(expected, RegisterPicture.Of(data)).ShouldBeEmpty(which);
        var rebuilt = (await new Foi(data).DoAsync("rebuild", "--json")).Json();
        rebuilt.GetProperty("mended").GetArrayLength().ShouldBe(0, which);
    }
}
