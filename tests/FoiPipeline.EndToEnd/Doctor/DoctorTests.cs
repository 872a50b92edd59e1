using System.Text.Json;
using FoiPipeline.Emulation;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Doctor;

public sealed class DoctorTests(Azurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_laptop_without_a_round_is_told_how_to_open_one_and_nothing_is_made()
    {
        var foi = new Foi(_folder.Below("data"));
        var findings = await LookAsync(foi, exit: 0);
        StateOf(findings, "round").ShouldBe("warning");
        RemedyOf(findings, "round").ShouldContain("foi open");
        Directory.Exists(foi.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task An_open_round_is_named_and_its_store_found_sound()
    {
        using var round = await SmallRound.OpenAsync(3);
        var findings = await LookAsync(round.Foi, exit: 0);
        SentenceOf(findings, "round").ShouldContain("3 authorities");
        foreach (var check in new[] { "runtime", "time zone", "functions", "data folder", "privacy", "database", "home", "given up", "bank holidays", "telemetry", "sign-in" })
        {
            StateOf(findings, check).ShouldBe("ok", check);
        }

        var shown = await round.Foi.DoAsync("doctor");
        shown.Out.ShouldContain("ok      database");
        shown.Out.ShouldContain("→ Rehearse with 'foi demo'");
    }

    [Fact]
    public async Task A_damaged_database_is_found()
    {
        using var round = await SmallRound.OpenAsync(30);
        using (var file = new FileStream(Path.Combine(round.Data, "foi.db"), FileMode.Open, FileAccess.Write))
        {
            for (var page = 4; page < 20; page++)
            {
                file.Position = page * 4096;
                file.Write(new byte[64]);
            }
        }

        var findings = await LookAsync(round.Foi, exit: 1);
        StateOf(findings, "database").ShouldBe("failed");
        RemedyOf(findings, "database").ShouldNotBeEmpty();
        StateOf(findings, "runtime").ShouldBe("ok");
    }

    [Fact]
    public async Task A_round_that_cannot_be_read_a_schedule_that_is_none_and_an_open_door_are_all_told_at_once()
    {
        using var round = await SmallRound.OpenAsync(1);
        var frozen = Path.Combine(round.Data, "documents", "round", "round.json");
        File.Delete(frozen);
        await File.WriteAllTextAsync(frozen, "{", TestContext.Current.CancellationToken);
        round.Foi.Settings["KeepWatchSchedule"] = "now and then";
        round.Foi.Settings["WEBSITE_SITE_NAME"] = "func-foi";
        round.Foi.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://ann:secret@127.0.0.1:9";
        var result = await round.Foi.RunAsync("doctor", "--json");
        result.ExitCode.ShouldBe(1);
        var findings = result.Json();
        foreach (var check in new[] { "round", "functions", "sign-in" })
        {
            StateOf(findings, check).ShouldBe("failed", check);
        }

        SentenceOf(findings, "functions").ShouldContain("now and then");
        StateOf(findings, "telemetry").ShouldBe("warning");
        result.Out.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_folder_that_others_may_read_is_worth_a_warning()
    {
        using var round = await SmallRound.OpenAsync(1);
        using (var chmod = System.Diagnostics.Process.Start("chmod", ["750", round.Data]))
        {
            await chmod.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var findings = await LookAsync(round.Foi, exit: 0);
        RemedyOf(findings, "privacy").ShouldContain("chmod 700");
    }

    [Fact]
    public async Task A_storage_account_is_looked_over_and_what_is_missing_named()
    {
        var account = await azurite.NewAccountAsync();
        var foi = new Foi(_folder.Below("data")) { Settings = { ["FoiStorage"] = account.ConnectionString } };
        var empty = await foi.RunAsync("doctor", "--store", "azure", "--json");
        empty.ExitCode.ShouldBe(1);
        StateOf(empty.Json(), "containers").ShouldBe("failed");
        empty.Out.ShouldNotContain("AccountKey");

        await foi.DoAsync("open", Foi.ShippedRound, "--store", "azure");
        var findings = (await foi.DoAsync("doctor", "--store", "azure", "--json")).Json();
        SentenceOf(findings, "round").ShouldContain("209 authorities");
        foreach (var check in new[] { "clock", "containers", "queues", "tables", "home", "given up" })
        {
            StateOf(findings, check).ShouldBe("ok", check);
        }

        StateOf(findings, "mailbox").ShouldBe("warning");
    }

    private static async Task<JsonElement> LookAsync(Foi foi, int exit)
    {
        var result = await foi.RunAsync("doctor", "--json");
        result.ExitCode.ShouldBe(exit, result.Out + result.Err);
        return result.Json();
    }

    private static string StateOf(JsonElement findings, string check) => Of(findings, check).GetProperty("state").GetString()!;

    private static string SentenceOf(JsonElement findings, string check) => Of(findings, check).GetProperty("sentence").GetString()!;

    private static string RemedyOf(JsonElement findings, string check) => Of(findings, check).GetProperty("remedy").GetString()!;

    private static JsonElement Of(JsonElement findings, string check) => findings.EnumerateArray().First(f => f.GetProperty("check").GetString() == check);
}
