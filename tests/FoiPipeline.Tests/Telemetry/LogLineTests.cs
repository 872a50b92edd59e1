using System.Text.Json;
using FoiPipeline.Composition;
using FoiPipeline.Core.Telemetry;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Tests.UseCases;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FoiPipeline.Tests.Telemetry;

public sealed class LogLineTests
{
    private static readonly string Mail = new('b', 64);

    [Fact]
    public void A_line_about_a_mail_carries_its_trace_and_its_id()
    {
        using var ids = TelemetryIds.Listen();
        using var span = TelemetryRing.Start(new FunctionCall("IngestMail", $"inbox/{Mail}.eml"));
        var line = Line();
        line.GetProperty("trace_id").GetString().ShouldBe(Mail[..32]);
        line.GetProperty("span_id").GetString().ShouldBe(span!.SpanId.ToHexString());
        line.GetProperty("foi.mail.id").GetString().ShouldBe(Mail);
    }

    [Fact]
    public async Task A_line_about_a_letter_carries_its_id()
    {
        using var ids = TelemetryIds.Listen();
        var letter = Some.Letter("02N");
        var line = await TracedStep.OfLetterAsync("send letter", letter, () => Task.FromResult(Line()));
        line.GetProperty("foi.letter.id").GetString().ShouldBe("SV16.02N.Initial.1");
        line.GetProperty("trace_id").GetString().ShouldBe(TraceOrigin.OfLetter(letter).TraceId.ToHexString());
    }

    [Fact]
    public void A_line_about_nothing_in_particular_carries_none()
    {
        var line = Line();
        line.TryGetProperty("trace_id", out _).ShouldBeFalse();
        (line.GetProperty("Message").GetString(), line.GetProperty("LogLevel").GetString()).ShouldBe(("Done\nwith £5.", "Warning"));
    }

    private static JsonElement Line()
    {
        using var text = new StringWriter();
        new JsonLog().Write(
            new LogEntry<string>(LogLevel.Warning, "foi", new EventId(7), "Done\nwith £5.", exception: null, (state, _) => state), scopeProvider: null, text);
        text.ToString().TrimEnd('\n').ShouldNotContain("\n");
        using var json = JsonDocument.Parse(text.ToString());
        return json.RootElement.Clone();
    }
}
