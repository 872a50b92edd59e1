using System.Text;
using FoiPipeline.Core.Mails;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>Every request that was recorded from the real host, with the names of our functions, gets the answer the host needs.</summary>
public sealed class CaptureReplayTests(ServedRound served) : IClassFixture<ServedRound>
{
    public static TheoryData<string, bool> Recorded { get; } = new(HostCall.RecordedFiles().SelectMany(f => new[] { (f, false), (f, true) }));

    [Fact]
    public void All_requests_that_were_recorded_are_here() => HostCall.RecordedFiles().Count().ShouldBe(14);

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task It_is_answered_as_the_host_needs_it(string file, bool chunked)
    {
        var mail = file == "queue-json.json" ? await served.TakeInMailAsync("SV16-02N") : "";
        var answer = await served.AskAsync(HostCall.Recorded(file, mail) with { Chunked = chunked });
        answer.Body.ShouldNotBeEmpty();
        switch (file)
        {
            case "blob-binary.json":
                answer.ShouldBeSuccess().ShouldBe($"{MailDocument.ForLog("inbox/sub/bin.dat")} taken in.");
                served.Stored([0x00, 0x01, 0xFF, 0xFE, 0x80, .. "binary"u8]).Length.ShouldBe(11);
                break;
            case "blob-text.json":
                answer.ShouldBeSuccess().ShouldBe($"{MailDocument.ForLog("inbox/hello.txt")} taken in.");
                Encoding.UTF8.GetString(served.Stored("hello blob"u8)).ShouldBe("hello blob");
                break;
            case "queue-json.json":
                answer.ShouldBeSuccess().ShouldBe($"Mail {mail} read.");
                break;
            case "queue-text.json":
                answer.ShouldBeFailure(500).ShouldContain("is no JSON");
                break;
            case "timer.json":
                answer.ShouldBeSuccess().ShouldEndWith("new mails collected.");
                break;
            case "timer-minute.json":
                answer.ShouldBeSuccess().ShouldStartWith("Letters: ");
                break;
            case "startup-probe.json":
                answer.Json().GetProperty("ready").GetBoolean().ShouldBeTrue();
                answer.Status.ShouldBe(200);
                break;
            case "http-forwarded.json":
                answer.Status.ShouldBe(200);
                answer.ContentType.ShouldBe("text/html; charset=utf-8");
                answer.Body.ShouldContain("By region");
                break;
            case "http-nonforwarded.json":
                answer.Status.ShouldBe(200);
                var page = answer.Json().GetProperty("Outputs").GetProperty("response");
                page.GetProperty("statusCode").GetInt32().ShouldBe(200);
                page.GetProperty("headers").GetProperty("Content-Type").GetString().ShouldBe("text/html; charset=utf-8");
                page.GetProperty("body").GetString()!.ShouldContain("By region");
                break;
            default:
                file.ShouldStartWith("queue-fail500-dequeue");
                answer.ShouldBeFailure(500).ShouldContain("names no mail");
                break;
        }
    }

    [Fact]
    public async Task A_message_that_fails_is_told_each_time_and_the_last_time_says_where_it_goes()
    {
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var call = HostCall.Recorded($"queue-fail500-dequeue{attempt}.json");
            (await served.AskAsync(call)).Status.ShouldBe(500);
            var id = call.Headers.Single(h => h.Key == HostCall.InvocationId).Value;
            var line = (await served.Serving.LogsAsync(id)).GetProperty("Message").GetString()!;
            line.ShouldStartWith("ExtractReply ");
            line.ShouldContain(attempt < 5 ? $"attempt {attempt} of 5" : "attempt 5, the last");
            line.Contains("triage will show it", StringComparison.Ordinal).ShouldBe(attempt == 5);
        }
    }
}
