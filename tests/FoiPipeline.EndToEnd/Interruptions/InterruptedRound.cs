using System.Diagnostics;
using System.Globalization;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Interruptions;

/// <summary>A rehearsal of a few authorities on a folder of its own, undisturbed or killed again and again.</summary>
internal sealed class InterruptedRound(string data, int authorities, int seed)
{
    private readonly Foi _foi = new(data);

    public string Data => data;

    /// <summary>What each kill found half done.</summary>
    public List<IReadOnlyList<string>> Kills { get; } = [];

    /// <summary>Plays it to its end, and once more when nothing is left to do: says how long such a run takes.</summary>
    public async Task<TimeSpan> PlayUndisturbedAsync()
    {
        await _foi.DoAsync(Arguments());
        var watch = Stopwatch.StartNew();
        await _foi.DoAsync(Arguments());
        return watch.Elapsed;
    }

    /// <summary>Kills it again and again until it ends by itself, at the latest when so many kills were dealt that it is let go.</summary>
    public async Task<FoiResult> PlayUnderKillsAsync(KillMoments moments, int mostKills)
    {
        while (Kills.Count < mostKills)
        {
            using var running = _foi.Start(Arguments());
            if (await running.EndsWithinAsync(moments.Next()) || !running.Kill())
            {
                return await running.ResultAsync();
            }

            Kills.Add(Step.InterruptedIn(data, authorities));
            moments.Reached(Step.EventsIn(data));
        }

        return await _foi.RunAsync(Arguments());
    }

    private string[] Arguments() =>
        ["demo", "--once", "--json", "--data", data, "--authorities", authorities.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture)];

}
