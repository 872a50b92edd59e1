using System.Globalization;
using FoiPipeline.Emulation;
using FoiPipeline.EndToEnd.Driving;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Storage;

namespace FoiPipeline.EndToEnd.Azure;

/// <summary>The first rehearsal in the cloud: the handler has the simulated authorities and their mailbox, and a host rings as in earnest.</summary>
public sealed class CloudRehearsalTests(Azurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Letters_leave_replies_come_and_a_rehearsal_whose_mailbox_is_gone_says_so()
    {
        var account = await azurite.NewAccountAsync();
        var laptop = new Foi(_folder.Below("laptop")) { Settings = { ["FoiStorage"] = account.ConnectionString, ["FOI_STORE"] = "azure" } };
        await laptop.DoAsync("open", Foi.ShippedRound);
        (await laptop.DoAsync("send")).Out.ShouldContain("No mailbox is set up");

        // A day passes in four seconds: the window opens at the latest after a long week-end.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["FoiRehearsal"] = "2016", ["FoiRehearsalSpeed"] = "20000" };
        await using (var handlers = await Handlers.StartAsync(1, account.ConnectionString, _folder.Below("container"), settings))
        {
            await using var nothing = DataFolder.Open(_folder.Below("nothing"), TimeProvider.System);
            using var ring = new HostRing(handlers, FunctionApp.Load(AppContext.BaseDirectory, _ => null), nothing.Documents);
            await RingUntilAsync(ring, "SendDueLetters", async () => (await laptop.DoAsync("status", "--json")).Json().GetProperty("delivery").GetProperty("Sent").GetInt32() > 0);
            await RingUntilAsync(ring, "CollectMail", async () => (await laptop.DoAsync("status", "--json")).Json().GetProperty("correspondence").GetProperty("Silent").GetInt32() < 209 || await MailsAsync(account) > 0);
        }

        var elsewhere = new Foi(_folder.Below("another-container")) { Settings = { ["FoiStorage"] = account.ConnectionString, ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "1" } };
        foreach (var (name, value) in settings)
        {
            elsewhere.Settings[name] = value;
        }

        var gone = await elsewhere.RunAsync("serve");
        (gone.ExitCode, gone.Err.Trim().Split('\n').Length).ShouldBe((1, 1));
        gone.Err.ShouldContain("is gone");
    }

    [Fact]
    public async Task A_rehearsal_in_the_folder_lends_nothing_to_a_round_in_an_account_and_one_round_is_not_opened_twice()
    {
        var account = await azurite.NewAccountAsync();
        var foi = new Foi(_folder.Below("laptop")) { Settings = { ["FoiStorage"] = account.ConnectionString } };
        await foi.DoAsync("demo", "--once", "--json", "--authorities", "3", "--data", foi.Data);
        var twice = await foi.RunAsync("open", Foi.ShippedRound, "--store", "azure");
        (twice.ExitCode, twice.Err.Contains("would be sent from both", StringComparison.Ordinal)).ShouldBe((1, true), twice.Err);

        await new Foi(_folder.Below("clean")) { Settings = { ["FoiStorage"] = account.ConnectionString } }.DoAsync("open", Foi.ShippedRound, "--store", "azure");
        var sent = await foi.RunAsync("send", "--really", "--store", "azure");

        (sent.ExitCode, sent.Err.Contains("No mailbox is set up", StringComparison.Ordinal)).ShouldBe((1, true), sent.Out + sent.Err);
        var today = DateOnly.ParseExact((await foi.DoAsync("status", "--json", "--store", "azure")).Json().GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        today.Year.ShouldBeGreaterThan(2020);
    }

    private static async Task RingUntilAsync(HostRing ring, string function, Func<Task<bool>> enough)
    {
        for (var rings = 0; rings < 600; rings++)
        {
            await ring.RingAsync(new FunctionCall(function, ""), Cancel);
            if (rings % 10 == 9 && await enough())
            {
                return;
            }

            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException($"{function} was rung 600 times, and nothing came of it.");
    }

    private static async Task<int> MailsAsync(EmulatedAccount account)
    {
        await using var store = FoiPipeline.Azure.StorageAccount.Open(
            FoiPipeline.Azure.StorageSettings.Read(name => name == "FoiStorage" ? account.ConnectionString : null), TimeProvider.System, mayCreate: false);
        return await store.Documents.ListAsync("inbox/", Cancel).CountAsync(Cancel);
    }
}
