using System.Text;

namespace FoiPipeline.Tests.Azure.Storage;

public sealed class StorageWorkQueueTests
{
    private readonly ScriptedService _service = new();
    private readonly Queue<string> _waiting = new();

    public StorageWorkQueueTests() => _service.Answer = asked => (asked.Method, asked.Uri.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal)) switch
    {
        ("GET", true) => ScriptedService.Reply(200, body: $"<QueueMessagesList>{(_waiting.TryDequeue(out var next) ? next : "")}</QueueMessagesList>"),
        ("POST", true) => ScriptedService.Reply(201, body: $"<QueueMessagesList>{Message("", 0)}</QueueMessagesList>"),
        _ => ScriptedService.Reply(204),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_out_as_the_Functions_host_expects_it_and_never_runs_out()
    {
        await _service.Open().Queue.SendAsync("extract", "é 😀", Cancel);

        var asked = _service.AllAsked.ShouldHaveSingleItem();
        asked.Line.ShouldBe("POST /extract/messages?messagettl=-1");
        asked.Body.ShouldContain($"<MessageText>{Base64("é 😀")}</MessageText>");
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("{\"mail\":1}")]
    [InlineData("abcd")]
    public async Task What_is_no_message_of_ours_goes_to_poison_as_it_is_and_stops_nobody(string foreign)
    {
        _waiting.Enqueue(Message(foreign.Replace("\"", "&quot;", StringComparison.Ordinal), 1));
        _waiting.Enqueue(Message(Base64("ours"), 1));

        var item = await _service.Open().Queue.ReceiveAsync("extract", TimeSpan.FromMinutes(1), 5, Cancel);

        item!.Message.ShouldBe("ours");
        var moved = _service.AllAsked.Single(a => a.Method == "POST");
        moved.Uri.AbsolutePath.ShouldBe("/extract-poison/messages");
        moved.Body.ShouldContain(Base64(foreign));
        _service.AllAsked.Count(a => a.Method == "DELETE").ShouldBe(1);
    }

    [Fact]
    public async Task A_poison_queue_gives_out_whatever_lies_in_it()
    {
        _waiting.Enqueue(Message("plain text", 1));

        (await _service.Open().Queue.ReceiveAsync("extract-poison", TimeSpan.FromMinutes(1), int.MaxValue, Cancel))!.Message.ShouldBe("plain text");
    }

    [Fact]
    public async Task Looking_asks_for_no_more_than_the_service_shows()
    {
        _waiting.Enqueue(Message(Base64("a"), 0) + Message("plain text", 0));

        (await _service.Open().Queue.PeekAsync("extract-poison", 1000, Cancel)).ShouldBe(["a", "plain text"]);
        _service.AllAsked.ShouldHaveSingleItem().Uri.Query.ShouldContain("numofmessages=32");
        (await _service.Open().Queue.PeekAsync("extract-poison", 0, Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.2, "1")]
    [InlineData(1.5, "2")]
    [InlineData(600, "600")]
    public async Task A_message_is_hidden_for_whole_seconds_and_at_least_one(double seconds, string asked)
    {
        await _service.Open().Queue.ReceiveAsync("extract", TimeSpan.FromSeconds(seconds), 5, Cancel);

        _service.AllAsked.ShouldHaveSingleItem().Uri.Query.Split('&', '?').ShouldContain($"visibilitytimeout={asked}");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Message(string text, int dequeued) =>
        "<QueueMessage><MessageId>1</MessageId><InsertionTime>Fri, 01 Jul 2016 09:00:00 GMT</InsertionTime><ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime>"
        + $"<PopReceipt>r</PopReceipt><TimeNextVisible>Fri, 01 Jul 2016 09:00:00 GMT</TimeNextVisible><DequeueCount>{dequeued}</DequeueCount><MessageText>{text}</MessageText></QueueMessage>";
}
