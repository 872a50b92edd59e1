using FoiPipeline.Composition;
using FoiPipeline.Demo;
using FoiPipeline.Emulation;
using FoiPipeline.EndToEnd.Driving;
using FoiPipeline.Local.Clockwork;
using Microsoft.Extensions.Logging.Abstractions;

namespace FoiPipeline.EndToEnd.Azure;

/// <summary>A whole round with everything in the storage emulator: by one process, by two handlers at once, and by handlers that are killed.</summary>
public sealed class AzuriteRoundTests(Azurite azurite, ITestOutputHelper output) : IDisposable
{
    private const int Authorities = 30;
    private const int Seed = 20160713;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_demo_plays_the_shipped_round_on_the_emulator_as_it_does_in_a_folder()
    {
        var here = await new Foi(_folder.Below("here")).DoAsync("demo", "--once", "--json", "--data", _folder.Below("here"));
        var account = await azurite.NewAccountAsync();
        var there = new Foi(_folder.Below("there")) { Settings = { ["FoiStorage"] = account.ConnectionString } };

        var played = await there.DoAsync("demo", "--once", "--json", "--store", "azure", "--data", there.Data);

        foreach (var part in new[] { "letters", "replies", "response", "againstTruth" })
        {
            played.Json().GetProperty(part).GetRawText().ShouldBe(here.Json().GetProperty(part).GetRawText(), part);
        }

        await BringHomeAsync(there);
        RegisterPicture.Differences(RegisterPicture.Of(_folder.Below("here")), RegisterPicture.Of(there.Data)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_handlers_that_are_rung_for_everything_at_the_same_time_give_the_register_of_one()
    {
        var expected = await PlayedInAFolderAsync();

        var actual = await PlayedByHandlersAsync("two", handlers: 2, _ => NoHarm);

        RegisterPicture.Differences(expected, actual).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handlers_that_are_killed_at_any_moment_and_started_again_end_in_the_same_register()
    {
        var expected = await PlayedInAFolderAsync();
        var kills = 0;
        var random = new Random(7);

        var actual = await PlayedByHandlersAsync("killed", handlers: 2, handlers => call =>
        {
            // About one call in six goes on while a handler dies under it.
            lock (random)
            {
                if (kills < 25 && random.Next(6) == 0 && handlers.TryKillSoon(kills % 2, TimeSpan.FromMilliseconds(random.Next(60))))
                {
                    kills++;
                }
            }

            return Task.CompletedTask;
        });

        output.WriteLine($"{kills} kills");
        kills.ShouldBeGreaterThan(10);
        RegisterPicture.Differences(expected, actual).ShouldBeEmpty();
    }

    private static Task NoHarm(FunctionCall call) => Task.CompletedTask;

    private async Task<string> PlayedInAFolderAsync()
    {
        var data = _folder.Below("undisturbed");
        await new Foi(data).DoAsync("demo", "--once", "--json", "--data", data, "--authorities", $"{Authorities}", "--seed", $"{Seed}");
        return RegisterPicture.Of(data);
    }

    /// <summary>Plays the same round with its functions in handler processes, and says what the register amounts to in the end.</summary>
    private async Task<string> PlayedByHandlersAsync(string name, int handlers, Func<Handlers, Func<FunctionCall, Task>> harm)
    {
        var account = await azurite.NewAccountAsync();
        var foi = new Foi(_folder.Below(name)) { Settings = { ["FoiStorage"] = account.ConnectionString } };
        var choice = new StoreChoice(Azure: true, foi.Data) { Settings = setting => setting == "FoiStorage" ? account.ConnectionString : null };
        var options = new DemoOptions(choice, Authorities, Seed, SettleAll: true, With: null, DayPause: TimeSpan.Zero);
        var (opened, _) = await DemoRound.OpenAsync(options, Cancel);
        await opened.DisposeAsync();

        await using var processes = await Handlers.StartAsync(handlers, account.ConnectionString, foi.Data);
        var app = FunctionApp.Load(AppContext.BaseDirectory, _ => null);
        HostRing? ring = null;
        using var bell = new CancellationTokenSource();
        var ringing = Task.CompletedTask;
        var run = new DemoRun(options, _ => { }, round =>
        {
            ring = new HostRing(processes, app, round.Store) { BeforeCall = harm(processes) };
            ringing = RingTimersAsync(ring, app, bell.Token);
            return ring.RingAsync;
        });
        var result = await run.RunAsync(NullLogger.Instance, Cancel);
        await bell.CancelAsync();
        await ringing;
        output.WriteLine($"{name}: {ring!.Answered} calls answered by each of {handlers} handlers");
        ring.Dispose();

        (result.Report.Letters.SentTwice, result.Report.Replies.Lost, result.Report.AgainstTruth.Misattributed).ShouldBe((0, 0, 0));
        await BringHomeAsync(foi);
        RegisterPicture.SentTwice(foi.Data).ShouldBeEmpty();
        RegisterPicture.LostMails(foi.Data).ShouldBeEmpty();
        return RegisterPicture.Of(foi.Data);
    }

    /// <summary>Besides what the round's own clock rings, all timers are rung every second, as two hosts that know nothing of each other would.</summary>
    private static async Task RingTimersAsync(HostRing ring, FunctionApp app, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.WhenAll(app.Functions.OfType<TimerFunction>().Select(t => ring.RingAsync(new FunctionCall(t.Name, ""), stop)));
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>What the account holds, copied into the data folder beside the rehearsal's mailbox, where it can be looked at.</summary>
    private static Task BringHomeAsync(Foi foi) => foi.DoAsync("copy", "--from", "azure", "--to", "local", "--backup", "--data", foi.Data);
}
