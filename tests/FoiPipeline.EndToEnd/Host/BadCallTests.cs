using System.Text;
using FoiPipeline.Core.Mails;

namespace FoiPipeline.EndToEnd.Host;

/// <summary>Calls that are broken, repeated or all at once: each gets an answer the host understands, and the next one works.</summary>
public sealed class BadCallTests(ServedRound served) : IClassFixture<ServedRound>
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"Data\":{}}")]
    [InlineData("{\"Data\":{\"mail\":\"AAAA\"")]
    [InlineData("<html></html>")]
    [InlineData("{\"Data\":{\"mail\":\"not base64\"},\"Metadata\":{\"name\":\"a\"}}")]
    [InlineData("{\"Data\":{\"mail\":\"AAAA\"},\"Metadata\":{\"name\":\"../../foi.db\"}}")]
    [InlineData("{\"Data\":{\"mail\":\"AAAA\"},\"Metadata\":{}}")]
    public async Task A_body_that_makes_no_sense_is_refused_with_a_sentence(string body)
    {
        foreach (var function in new[] { "IngestMail", "ExtractReply", "CollectMail" })
        {
            foreach (var chunked in new[] { false, true })
            {
                (await served.AskAsync(HostCall.To(function, body) with { Chunked = chunked })).ShouldBeFailure(400).ShouldEndWith(".");
            }
        }

        (await served.AskAsync(HostCall.Timer("CollectMail"))).ShouldBeSuccess();
    }

    [Fact]
    public async Task A_line_that_breaks_anywhere_in_a_call_harms_nothing()
    {
        var call = HostCall.Blob("broken line.eml", new byte[300_000]) with { Chunked = false };
        byte[] whole = [.. call.Head(served.Serving.Port), .. call.Body.Span];
        for (var at = 0; at < whole.Length; at += 1 + (at < 600 ? 37 : 25_000))
        {
            using var line = await HostLine.OpenAsync(served.Serving.Port);
            await line.SendAsync(whole.AsMemory(0, at));
            line.Cut();
        }

        (await served.AskAsync(call)).ShouldBeSuccess();
        Directory.GetFiles(Path.GetTempPath(), "foi-????????????????????????????????").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_call_twice_has_one_effect()
    {
        var content = Encoding.UTF8.GetBytes(served.Round.Mail("SV16-02N", "We do not hold this information.", "twice"));
        for (var time = 0; time < 2; time++)
        {
            (await served.AskAsync(HostCall.Blob("twice.eml", content))).ShouldBeSuccess();
        }

        var id = await served.TakeInMailAsync("SV16-02N, again");
        for (var time = 0; time < 2; time++)
        {
            (await served.AskAsync(HostCall.Message($$"""{"mail":"{{id}}"}"""))).ShouldBeSuccess();
        }

        using var register = Driving.DataFile.Register(served.Round.Data);
        register.Count($"SELECT COUNT(*) FROM event JOIN stream ON stream.id = event.stream WHERE stream.name = 'mail/{id}' AND key LIKE '%xtracted%'").ShouldBeLessThanOrEqualTo(1);
        Driving.RegisterPicture.Mails(register).Count(m => m.Mail == id).ShouldBe(1);
    }

    [Fact]
    public async Task Many_calls_at_once_are_all_answered()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => served.AskAsync((i % 4) switch
        {
            0 => HostCall.Timer("CollectMail"),
            1 => HostCall.Timer("SendDueLetters"),
            2 => HostCall.Blob($"at once {i}.eml", Encoding.UTF8.GetBytes(served.Round.Mail($"Number {i}", "Thank you.", $"once-{i}"))),
            _ => HostCall.Forwarded("GET", "/status?format=json"),
        })));
        answers.ShouldAllBe(a => a.Status == 200);
    }

    [Theory]
    [InlineData("Reply from Leeds (2).eml")]
    [InlineData("2016/07/Überprüfung der Anfrage – ö.eml")]
    [InlineData("日本語.eml")]
    [InlineData("100% + a&b=c #1.eml")]
    [InlineData("O'Brien \"quoted\".eml")]
    public async Task A_blob_may_be_named_as_people_name_files(string name)
    {
        var content = Encoding.UTF8.GetBytes(name);
        (await served.AskAsync(HostCall.Blob(name, content))).ShouldBeSuccess().ShouldBe($"{MailDocument.ForLog($"inbox/{name}")} taken in.");
        served.Stored(content).ShouldBe(content);
    }

    [Fact]
    public async Task The_framework_itself_never_answers_with_nothing()
    {
        (await served.AskAsync(HostCall.Proxied("GET", "/nothing/here"))).ShouldBeFailure(404);
        (await served.AskAsync(HostCall.Proxied("DELETE", "/status"))).Body.ShouldNotBeEmpty();
        (await served.AskAsync(HostCall.Proxied("POST", "/health", "application/json"))).ShouldBeFailure(405);
        (await served.AskAsync(HostCall.To("CollectMail", new byte[2_000_000]))).ShouldBeFailure(413);
        (await served.AskAsync(HostCall.Proxied("GET", "/nothing/here", "text/html"))).ContentType.ShouldStartWith("text/html");
    }

    [Fact]
    public async Task A_content_type_that_is_missing_or_odd_does_not_matter()
    {
        (await served.AskAsync(HostCall.Timer("CollectMail").Without("Content-Type"))).ShouldBeSuccess();
        (await served.AskAsync(HostCall.Timer("CollectMail").With("Content-Type", "text/plain"))).ShouldBeSuccess();
    }
}
