using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using FoiPipeline.EndToEnd.Driving;

namespace FoiPipeline.EndToEnd.Telemetry;

public sealed class ExportTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    [Fact]
    public async Task What_a_short_command_did_has_reached_the_collector_when_it_ends()
    {
        await using var collector = new Collector();
        using var round = await SmallRound.OpenAsync(3);
        Send(round.Foi, collector.Address);
        var mail = round.WriteMail("reply.eml", "Your request SV16-02N", "Please find our answer.");

        await round.Foi.DoAsync("run", "--once");
        await round.Foi.DoAsync("import", mail);
        await round.Foi.DoAsync("run", "--once");

        var spans = collector.TextsAt("/v1/traces");
        spans.ShouldContain("service.name");
        spans.ShouldContain("foi");
        foreach (var name in new[] { "SendDueLetters", "send letter", "ingest mail", "match mail", "extract reply", "judge reply", "keep watch" })
        {
            spans.ShouldContain(name);
        }

        var measures = collector.TextsAt("/v1/metrics");
        foreach (var name in new[] { "foi.letters", "foi.mails.ingested", "foi.replies", "foi.step.duration", "foi.queue.length", "foi.queue.age", "foi.mail.oldest_untouched.age", "foi.triage.length", "foi.triage.oldest.age" })
        {
            measures.ShouldContain(name);
        }

        var id = SHA256.HashData(await File.ReadAllBytesAsync(mail, TestContext.Current.CancellationToken));
        collector.Has("/v1/traces", id[..16]).ShouldBeTrue("the trace of the mail is its hash");
        spans.Concat(measures).ShouldAllBe(text => !text.Contains("somewhere.example", StringComparison.Ordinal) && !text.Contains("Your request", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_standards_own_settings_win()
    {
        await using var collector = new Collector();
        using var round = await SmallRound.OpenAsync(1);
        Send(round.Foi, collector.Address);
        round.Foi.Settings["OTEL_SERVICE_NAME"] = "foi-of-leeds";
        round.Foi.Settings["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=rehearsal";
        await round.Foi.DoAsync("run", "--once");
        collector.TextsAt("/v1/traces").ShouldContain("foi-of-leeds");
        collector.TextsAt("/v1/traces").ShouldContain("rehearsal");
    }

    [Fact]
    public async Task Nothing_is_sent_where_telemetry_is_turned_off()
    {
        await using var collector = new Collector();
        using var round = await SmallRound.OpenAsync(1);
        Send(round.Foi, collector.Address);
        round.Foi.Settings["OTEL_SDK_DISABLED"] = "true";
        await round.Foi.DoAsync("run", "--once");
        collector.TextsAt("/v1/traces").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collector_that_takes_connections_and_never_answers_neither_fails_a_command_nor_keeps_it_from_ending()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var round = await SmallRound.OpenAsync(1);
        Send(round.Foi, $"http://{silent.LocalEndpoint}");

        // Whoever waited for the exporter would wait ten minutes, and be killed before.
        round.Foi.Settings["OTEL_EXPORTER_OTLP_TIMEOUT"] = "600000";
        (await round.Foi.DoAsync("run", "--once")).Err.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_collector_that_is_not_there_fails_no_command()
    {
        using var round = await SmallRound.OpenAsync(1);
        Send(round.Foi, "http://127.0.0.1:9");
        (await round.Foi.DoAsync("run", "--once")).Err.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_none_is_told_and_fails_nothing()
    {
        using var round = await SmallRound.OpenAsync(1);
        Send(round.Foi, "collector");
        (await round.Foi.DoAsync("status")).Err.ShouldContain("no address of a collector");
    }

    private static void Send(Foi foi, string address)
    {
        foi.Settings[Endpoint] = address;
        foi.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
    }
}
