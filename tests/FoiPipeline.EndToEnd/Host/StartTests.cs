using System.Net;
using System.Net.Sockets;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>How the handler starts and ends. After an end with code 0 the host would never start it again.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://+:80")]
    [InlineData("70000")]
    public async Task Without_a_port_it_says_so_in_one_sentence_and_fails(string? port)
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingFoi.Launch(new Foi(folder.Path), 1, ("FUNCTIONS_CUSTOMHANDLER_PORT", port));
        var result = await EndOf(serving);
        result.ShouldBeOneClearError().ShouldContain("FUNCTIONS_CUSTOMHANDLER_PORT");
        result.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence_and_a_failure()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var serving = ServingFoi.Launch(new Foi(folder.Below("data")), ((IPEndPoint)other.LocalEndpoint).Port);
        (await EndOf(serving)).ShouldBeOneClearError().ShouldContain("taken");
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_one_sentence_and_a_failure()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/foi.db", "this is no database, but it is long enough to look like a file that somebody put there"u8);
        using var serving = ServingFoi.Launch(new Foi(folder.Below("data")), ServingFoi.FreePort());
        (await EndOf(serving)).ShouldBeOneClearError().ShouldContain("foi.db");
    }

    [Fact]
    public async Task A_word_that_is_no_store_is_one_sentence_and_a_failure()
    {
        using var folder = new TemporaryFolder();
        using var serving = ServingFoi.Launch(new Foi(folder.Path), ServingFoi.FreePort(), ("FOI_STORE", "moon"));
        (await EndOf(serving)).ShouldBeOneClearError().ShouldContain("'moon'");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_it_is_told_to_stop_it_does_not_end_with_0(bool politely)
    {
        using var folder = new TemporaryFolder();
        using var serving = await ServingFoi.StartAsync(new Foi(folder.Below("data")));
        if (politely)
        {
            serving.Process.Terminate();
        }
        else
        {
            serving.Process.Kill();
        }

        (await serving.Process.EndsWithinAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        (await serving.Process.ResultAsync()).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task Before_a_round_is_open_timers_say_so_and_the_rest_waits_and_then_it_is_found()
    {
        using var folder = new TemporaryFolder();
        var foi = new Foi(folder.Below("data"));
        using var serving = await ServingFoi.StartAsync(foi);

        (await serving.AskAsync(HostCall.Timer("SendDueLetters"))).ShouldBeSuccess().ShouldContain("foi open");
        (await serving.AskAsync(HostCall.Blob("early.eml", [1]))).ShouldBeFailure(500).ShouldContain("no round");
        (await serving.AskAsync(HostCall.Message("""{"mail":"5f3a"}"""))).ShouldBeFailure(500).ShouldContain("no round");
        (await serving.AskAsync(HostCall.Proxied("GET", "/health"))).Json().GetProperty("round").GetBoolean().ShouldBeFalse();
        (await serving.AskAsync(HostCall.Proxied("GET", "/status", "application/json"))).ShouldBeFailure(404);

        await foi.DoAsync("open", Foi.ShippedRound);
        for (var waited = 0; (await serving.AskAsync(HostCall.Timer("CollectMail"))).ShouldBeSuccess().Contains("foi open", StringComparison.Ordinal); waited++)
        {
            waited.ShouldBeLessThan(90);
            await Task.Delay(1000);
        }

        (await serving.AskAsync(HostCall.Blob("early.eml", [1]))).ShouldBeSuccess();
    }

    [Fact]
    public async Task Every_line_it_writes_is_a_JSON_object_and_errors_have_no_lines_of_their_own()
    {
        using var round = await SmallRound.OpenAsync(2);
        using var serving = await ServingFoi.StartAsync(round.Foi, ("FOI_DEBUG", "1"));
        (await serving.AskAsync(HostCall.Message("no JSON"))).ShouldBeFailure(500);
        await serving.LogsAsync("failed");
        serving.Log.ShouldAllBe(l => l.GetProperty("Category").GetString() == "foi");
        serving.Process.SaidSoFar.ShouldBeEmpty();
    }

    private static async Task<FoiResult> EndOf(ServingFoi serving)
    {
        (await serving.Process.EndsWithinAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue(serving.Process.SaidSoFar);
        return await serving.Process.ResultAsync();
    }
}
