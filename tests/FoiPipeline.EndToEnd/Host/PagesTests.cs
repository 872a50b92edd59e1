using System.Text.Json;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>The pages as visitors get them through the host, and from <c>foi run</c>.</summary>
public sealed class PagesTests(ServedRound served) : IClassFixture<ServedRound>
{
    [Fact]
    public async Task The_status_is_a_page_under_strict_rules()
    {
        foreach (var call in new[] { HostCall.Proxied("GET", "/status", "text/html,*/*"), HostCall.Forwarded("GET", "/status", "text/html,*/*") })
        {
            var answer = await served.AskAsync(call);
            answer.Status.ShouldBe(200);
            answer.ContentType.ShouldBe("text/html; charset=utf-8");
            answer.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'");
            answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
            answer.Headers["Cache-Control"].ShouldBe("no-store");
            answer.Headers.ContainsKey("Server").ShouldBeFalse();
            answer.Body.ShouldContain("0 of 5");
            answer.Body.ShouldNotContain("<script");
        }
    }

    [Theory]
    [InlineData("/status?format=json", "*/*")]
    [InlineData("/status", "application/json")]
    [InlineData("/status?by=region&format=json", "text/html")]
    public async Task For_a_program_it_is_the_object_that_the_command_writes(string path, string accept)
    {
        var answer = await served.AskAsync(HostCall.Proxied("GET", path, accept));
        var command = await served.Round.Foi.DoAsync(path.Contains("by=", StringComparison.Ordinal) ? ["status", "--json", "--by", "region"] : ["status", "--json"]);
        JsonElement.DeepEquals(answer.Json(), command.Json()).ShouldBeTrue(answer.Body);
    }

    [Fact]
    public async Task HEAD_tells_as_much_as_GET_but_sends_no_page()
    {
        var get = await served.AskAsync(HostCall.Proxied("GET", "/health"));
        var head = await served.AskAsync(HostCall.Proxied("HEAD", "/health"));
        head.Status.ShouldBe(200);
        head.Headers["Content-Length"].ShouldBe(get.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_a_sentence()
    {
        (await served.AskAsync(HostCall.Proxied("GET", "/status?by=%3Cscript%3E", "text/html"))).Body.ShouldNotContain("<script>");
        (await served.AskAsync(HostCall.Proxied("GET", "/status?by=shoe%20size&format=json"))).ShouldBeFailure(400).ShouldContain("region");
        (await served.AskAsync(HostCall.Proxied("GET", "/status?by="))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Health_says_whether_and_nothing_else()
    {
        var health = (await served.AskAsync(HostCall.Forwarded("GET", "/health"))).Json();
        health.EnumerateObject().Select(p => p.Name).ShouldBe(["status", "round"]);
        health.GetProperty("status").GetString().ShouldBe("healthy");
        health.GetProperty("round").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/host/status")]
    [InlineData("/runtime/webhooks/blobs")]
    [InlineData("/status/more")]
    [InlineData("/host.json")]
    [InlineData("/local.settings.json")]
    [InlineData("/favicon.ico")]
    public async Task Nothing_else_is_served(string path)
    {
        (await served.AskAsync(HostCall.Proxied("GET", path))).ShouldBeFailure(404);
        (await served.AskAsync(HostCall.Proxied("GET", path, "text/html"))).Body.ShouldContain("There is nothing here.");
    }

    [Fact]
    public async Task Foi_run_shows_the_same_pages_to_this_machine_and_rings_for_nobody()
    {
        using var round = await SmallRound.OpenAsync(2);
        var port = ServingFoi.FreePort();
        using var running = round.Foi.Start("run", "--port", $"{port}");
        await running.SaysAsync($"http://127.0.0.1:{port}/status");

        var status = HostCall.Proxied("GET", "/status?format=json").With("Host", "localhost:{port}");
        (await HostLine.AskAsync(port, status)).Json().GetProperty("asked").GetInt32().ShouldBe(2);
        (await HostLine.AskAsync(port, status.With("Host", "rebound.example"))).ShouldBeFailure(403);
        (await HostLine.AskAsync(port, HostCall.Timer("CollectMail"))).ShouldBeFailure(404);

        using var second = round.Foi.Start("run", "--port", $"{port}");
        await second.SaysAsync($"Port {port} is taken");
        await second.SaysAsync("/status");
    }
}
