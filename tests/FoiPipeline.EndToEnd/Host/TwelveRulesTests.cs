using System.Text.Json;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>The twelve rules by which a custom handler of the Functions host lives, one test each, in their order.</summary>
public sealed class TwelveRulesTests(ServedRound served) : IClassFixture<ServedRound>
{
    private static readonly string AppFolder = Path.GetDirectoryName(Foi.Program)!;

    [Fact]
    public async Task Rule_1_success_is_200_with_a_JSON_object_and_never_empty()
    {
        foreach (var call in new[] { HostCall.Timer("SendDueLetters"), HostCall.Timer("CollectMail"), HostCall.Blob("rule 1.txt", [1, 2, 3]), HostCall.Message($$"""{"mail":"{{await served.TakeInMailAsync("Rule 1")}}"}""") })
        {
            (await served.AskAsync(call)).ShouldBeSuccess().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Rule_2_failure_is_no_2xx_and_the_log_says_why()
    {
        var call = HostCall.Message("""{"mail":"0000000000000000000000000000000000000000000000000000000000000000"}""");
        (await served.AskAsync(call)).ShouldBeFailure(500).ShouldNotBeEmpty();
        var line = await served.Serving.LogsAsync(call.Headers.Single(h => h.Key == HostCall.InvocationId).Value);
        line.GetProperty("LogLevel").GetString().ShouldBe("Error");
        line.GetProperty("Timestamp").GetString()!.ShouldEndWith("Z");
    }

    [Fact]
    public async Task Rule_3_strings_are_JSON_within_JSON()
    {
        var mail = await served.TakeInMailAsync("Rule 3");
        var message = $$"""{"mail":"{{mail}}"}""";
        (await served.AskAsync(HostCall.Message(message))).ShouldBeSuccess().ShouldBe($"Mail {mail} read.");
        (await served.AskAsync(HostCall.To("ExtractReply", $$$"""{"Data":{"message":{{{JsonSerializer.Serialize(message)}}} },"Metadata":{} }"""))).ShouldBeSuccess().ShouldBe($"Mail {mail} read.");
    }

    [Fact]
    public async Task Rule_4_metadata_that_a_message_overrides_decides_nothing()
    {
        var mail = await served.TakeInMailAsync("Rule 4");
        var call = HostCall.To("ExtractReply", $$$"""
            {"Data":{"message":"{\"mail\":\"{{{mail}}}\",\"id\":\"other\",\"dequeueCount\":99}"},"Metadata":{"DequeueCount":"\"99\"","Id":"\"other\"","mail":"\"other\"","name":"\"../x\"","dequeueCount":"x"} }
            """);
        (await served.AskAsync(call)).ShouldBeSuccess().ShouldBe($"Mail {mail} read.");
    }

    [Fact]
    public async Task Rule_5_no_key_that_ends_in_trigger_is_needed()
    {
        foreach (var file in HostCall.RecordedFiles().Where(f => f.StartsWith("blob", StringComparison.Ordinal) || f.StartsWith("timer", StringComparison.Ordinal)))
        {
            var call = HostCall.Recorded(file);
            System.Text.Encoding.UTF8.GetString(call.Body.Span).ShouldNotContain("Trigger\"");
            (await served.AskAsync(call)).ShouldBeSuccess();
        }
    }

    [Fact]
    public async Task Rule_6_a_blob_over_the_servers_usual_limit_is_taken_in()
    {
        var content = new byte[31_000_000];
        new Random(6).NextBytes(content);
        (await served.AskAsync(HostCall.Blob("rule 6.bin", content))).ShouldBeSuccess();
        served.Stored(content).AsSpan().SequenceEqual(content).ShouldBeTrue();
        (await served.AskAsync(HostCall.To("ExtractReply", new byte[2_000_000]))).ShouldBeFailure(413);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rule_7_requests_come_chunked_or_with_their_length(bool chunked) => (await served.AskAsync(HostCall.Blob("rule 7.txt", [7]) with { Chunked = chunked })).ShouldBeSuccess();

    [Fact]
    public void Rule_8_it_listens_on_the_hosts_port_of_this_machine_only_whatever_the_image_says()
    {
        // ASPNETCORE_URLS=http://+:80 and ASPNETCORE_CONTENTROOT are set for every process these tests start.
        var listening = File.ReadLines($"/proc/{served.Serving.Process.Id}/net/tcp").Concat(File.ReadLines($"/proc/{served.Serving.Process.Id}/net/tcp6"))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(f => f.Length > 9 && f[3] == "0A").ToDictionary(f => f[9], f => f[1]);
        var own = Directory.EnumerateFileSystemEntries($"/proc/{served.Serving.Process.Id}/fd").Select(fd => new FileInfo(fd).LinkTarget ?? "")
            .Where(t => t.StartsWith("socket:[", StringComparison.Ordinal)).Select(t => listening.GetValueOrDefault(t[8..^1])).OfType<string>();
        own.ShouldBe([$"0100007F:{served.Serving.Port:X4}"]);
    }

    [Fact]
    public async Task Rule_9_the_root_answers_over_plain_HTTP_and_leads_nowhere_else()
    {
        var answer = await served.AskAsync(HostCall.Recorded("startup-probe.json"));
        answer.Status.ShouldBe(200);
        answer.Headers.ContainsKey("Location").ShouldBeFalse();
        answer.Json();
    }

    [Fact]
    public async Task Rule_10_no_route_overlaps_a_function_and_no_visitor_rings_one()
    {
        foreach (var (function, json) in Functions())
        {
            var route = json.RootElement.GetProperty("bindings")[0].TryGetProperty("route", out var r) ? r.GetString()! : null;
            route?.ShouldNotContain("{");
            route?.StartsWith("admin", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
            route?.StartsWith("runtime", StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
            Functions().Select(f => f.Name).ShouldNotContain(route, StringComparer.OrdinalIgnoreCase);
            (await served.AskAsync(HostCall.Proxied("POST", $"/{function}"))).ShouldBeFailure(404);
            (await served.AskAsync(HostCall.Forwarded("POST", $"/{function}"))).ShouldBeFailure(404);
        }
    }

    [Fact]
    public async Task Rule_11_newer_hosts_proxy_and_older_ones_forward()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppFolder, "host.json")));
        var handler = host.RootElement.GetProperty("customHandler");
        handler.GetProperty("enableProxyingHttpRequest").GetBoolean().ShouldBeTrue();
        handler.GetProperty("enableForwardingHttpRequest").GetBoolean().ShouldBeTrue();
        File.Exists(Path.Combine(AppFolder, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()!)).ShouldBeTrue();
        host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBeEmpty();
        foreach (var call in new[] { HostCall.Proxied("GET", "/health"), HostCall.Forwarded("GET", "/health") })
        {
            (await served.AskAsync(call)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Rule_12_the_headers_of_a_principal_count_only_behind_App_Services_own_authentication()
    {
        var ann = HostCall.Proxied("GET", "/status").With("X-MS-CLIENT-PRINCIPAL-ID", "0b1c").With("X-MS-CLIENT-PRINCIPAL-NAME", "Ann");
        using var open = await ServingFoi.StartAsync(served.Round.Foi, ("WEBSITE_SITE_NAME", "func-foi"));
        (await open.AskAsync(ann)).Status.ShouldBe(403);
        (await open.AskAsync(HostCall.Proxied("GET", "/health"))).Status.ShouldBe(200);

        using var guarded = await ServingFoi.StartAsync(served.Round.Foi, ("WEBSITE_SITE_NAME", "func-foi"), ("WEBSITE_AUTH_ENABLED", "True"));
        (await guarded.AskAsync(HostCall.Proxied("GET", "/status"))).Status.ShouldBe(401);
        (await guarded.AskAsync(ann)).Status.ShouldBe(200);
    }

    private static IEnumerable<(string Name, JsonDocument Json)> Functions() =>
        Directory.EnumerateFiles(AppFolder, "function.json", SearchOption.AllDirectories).Select(f => (new DirectoryInfo(f).Parent!.Name, JsonDocument.Parse(File.ReadAllBytes(f))));
}
