using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;
using FoiPipeline.Local.Clockwork;
using FoiPipeline.Local.Storage;
using FoiPipeline.Tests.Fakes;
using FoiPipeline.Triggers;
using Microsoft.Extensions.Logging.Abstractions;

namespace FoiPipeline.Tests.UseCases;

public sealed class ClockworkTests : IAsyncDisposable
{
    private const string Blob = """{"bindings":[{"type":"blobTrigger","name":"it","path":"inbox/{name}"}]}""";
    private const string Queue = """{"bindings":[{"type":"queueTrigger","name":"it","queueName":"extract"}]}""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("foi-clockwork-");
    private readonly ManualClock _clock = new();
    private readonly AnnouncingStore _data;

    public ClockworkTests() => _data = new AnnouncingStore(DataFolder.Open(Path.Combine(_folder.FullName, "data"), _clock));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_function_has_a_trigger_of_its_name_and_every_trigger_a_function()
    {
        var functions = FunctionApp.Load(AppContext.BaseDirectory, _ => null).Functions.Where(f => f is not HttpFunction).Select(f => f.Name);
        var triggers = typeof(ITrigger).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ITrigger))).Select(t => t.Name.Replace("Trigger", "", StringComparison.Ordinal));
        functions.Order(StringComparer.Ordinal).ShouldBe(triggers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_document_that_fails_is_given_up_after_five_times_and_shown_to_a_person()
    {
        await PutAsync("inbox/bad.eml");
        var rings = 0;
        using var clockwork = Make((_, _) => throw new InvalidDataException($"no mail {++rings}"), ("IngestMail", Blob));
        for (var i = 0; i < 8; i++)
        {
            await clockwork.DrainAsync(Cancel);
        }

        rings.ShouldBe(5);
        (await _data.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).ShouldBe(["inbox/bad.eml"]);
        (await _data.Receipts.ListParkedAsync("IngestMail", Cancel)).ShouldHaveSingleItem().Problem.ShouldBe("no mail 5");

        await _data.Receipts.RetryAsync("IngestMail", "inbox/bad.eml", Cancel);
        var done = 0;
        using var mended = Make((_, _) => Task.FromResult(++done), ("IngestMail", Blob));
        await mended.DrainAsync(Cancel);
        await mended.DrainAsync(Cancel);
        done.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_given_up_by_a_process_that_died_before_showing_it_is_shown_by_the_next()
    {
        await PutAsync("inbox/bad.eml");
        for (var i = 0; i < IReceipts.MaxAttempts; i++)
        {
            await _data.Receipts.FailedAsync("IngestMail", "inbox/bad.eml", "broken", Cancel);
        }

        for (var starts = 0; starts < 2; starts++)
        {
            using var clockwork = Make((_, _) => Task.CompletedTask, ("IngestMail", Blob));
            await clockwork.DrainAsync(Cancel);
        }

        (await _data.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, 10, Cancel)).ShouldBe(["inbox/bad.eml"]);
    }

    [Fact]
    public async Task A_message_that_fails_comes_again_later_and_is_shown_to_a_person_in_the_end()
    {
        await _data.Queue.SendAsync("extract", "{}", Cancel);
        var rings = 0;
        using var clockwork = Make((_, _) => throw new TaskCanceledException($"a time-out of its own {++rings}"), ("ExtractReply", Queue));
        for (var i = 0; i < 8; i++)
        {
            await clockwork.DrainAsync(Cancel);
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        rings.ShouldBe(5);
        (await _data.Queue.CountAsync("extract-poison", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_waits_for_a_tool_uses_up_no_tries()
    {
        await _data.Queue.SendAsync("extract", "{}", Cancel);
        using var clockwork = Make((_, _) => throw new ToolMissingException("pdftotext is not installed."), ("ExtractReply", Queue));
        for (var i = 0; i < 20; i++)
        {
            await clockwork.DrainAsync(Cancel);
            _clock.Advance(TimeSpan.FromMinutes(6));
        }

        (await _data.Queue.CountAsync("extract", Cancel)).ShouldBe(1);
        (await _data.Queue.CountAsync("extract-poison", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_time_out_within_a_function_stops_neither_the_timer_nor_the_inbox()
    {
        await PutAsync("inbox/a.eml");
        var rung = new List<string>();
        using var clockwork = Make(
            (call, _) =>
            {
                rung.Add(call.Function);
                throw new TaskCanceledException("a time-out of its own");
            },
            ("CollectMail", """{"bindings":[{"type":"timerTrigger","name":"it","schedule":"0 * * * * *"}]}"""), ("IngestMail", Blob));
        await clockwork.TurnAsync(Cancel);
        rung.ShouldBe(["CollectMail", "IngestMail"]);
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to_and_gives_back_what_it_had_in_hand()
    {
        await PutAsync("inbox/a.eml");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using (var clockwork = Make(
            async (_, cancel) =>
            {
                await stop.CancelAsync();
                cancel.ThrowIfCancellationRequested();
            },
            ("CollectMail", """{"bindings":[{"type":"timerTrigger","name":"it","schedule":"0 0 0 1 1 *"}]}"""), ("IngestMail", Blob)))
        {
            await Should.ThrowAsync<OperationCanceledException>(() => clockwork.RunAsync(stop.Token));
        }

        (await _data.Receipts.IsDoneAsync("IngestMail", "inbox/a.eml", Cancel)).ShouldBeFalse();
        var done = 0;
        using var next = Make((_, _) => Task.FromResult(++done), ("IngestMail", Blob));
        await next.DrainAsync(Cancel);
        done.ShouldBe(1);
    }

    [Fact]
    public async Task A_timer_that_rings_once_a_year_does_not_end_the_run()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var clockwork = Make((_, _) => Task.CompletedTask, ("CollectMail", """{"bindings":[{"type":"timerTrigger","name":"it","schedule":"0 0 0 1 6 *"}]}"""));
        var run = clockwork.RunAsync(stop.Token);
        (await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(300), Cancel))).ShouldNotBe(run);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"it","schedule":"%Missing%"}]}""", "'Missing'")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"it","schedule":"every now and then"}]}""", "six fields")]
    [InlineData("""{"bindings":[{"type":"timerTrigger","name":"it","schedule":"* * * * *"}]}""", "six fields")]
    [InlineData("""{"bindings":[{"type":"carrierPigeonTrigger"}]}""", "carrierPigeonTrigger")]
    [InlineData("""{"bindings":[{"type":"queueTrigger"}]}""", "function.json")]
    [InlineData("""{"bindings":[]}""", "function.json")]
    [InlineData("""{"bindings":""", "function.json")]
    public void A_file_that_cannot_be_rung_is_named_with_what_to_do(string json, string words) =>
        Should.Throw<FunctionAppException>(() => Load(("Odd", json))).Message.ShouldContain(words);

    [Fact]
    public void An_environment_variable_wins_over_the_settings_file()
    {
        Should.NotThrow(() => Load(name => name == "Missing" ? "0 * * * * *" : null, ("Odd", """{"bindings":[{"type":"timerTrigger","name":"it","schedule":"%Missing%"}]}""")));
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private Clockwork Make(Func<FunctionCall, CancellationToken, Task> ring, params (string Name, string Json)[] functions) =>
        new(Load(functions), _data, ring, _clock, NullLogger.Instance);

    private FunctionApp Load(params (string Name, string Json)[] functions) => Load(_ => null, functions);

    private FunctionApp Load(Func<string, string?> environment, params (string Name, string Json)[] functions)
    {
        var app = _folder.CreateSubdirectory($"app-{Guid.NewGuid():N}").FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "host.json"), Path.Combine(app, "host.json"));
        File.WriteAllText(Path.Combine(app, "local.settings.json"), """{"Values":{}}""");
        foreach (var (name, json) in functions)
        {
            Directory.CreateDirectory(Path.Combine(app, name));
            File.WriteAllText(Path.Combine(app, name, "function.json"), json);
        }

        return FunctionApp.Load(app, environment);
    }

    private Task PutAsync(string name) => _data.Documents.PutIfAbsentAsync(name, new MemoryStream([1]), Cancel);
}
