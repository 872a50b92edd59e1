using static FoiPipeline.Tests.Serving.SomeCall;

namespace FoiPipeline.Tests.Serving;

public sealed class MessageCallTests
{
    private const string Message = """{"mail":"5f3a","version":1}""";

    [Fact]
    public async Task A_message_is_the_same_whether_its_string_was_encoded_once_or_twice()
    {
        foreach (var written in new[] { Twice(Message), System.Text.Json.JsonSerializer.Serialize(Message), Message })
        {
            await using var call = await ReadAsync(ExtractReply, $$$"""{"Data":{"message":{{{written}}}},"Metadata":{}}""");
            call.Call.Payload.ShouldBe(Message);
        }
    }

    [Fact]
    public async Task Quotes_and_letters_of_other_languages_survive()
    {
        const string Odd = """{"name":"räksmörgås \"q\"","id":7}""";
        await using var call = await ReadAsync(ExtractReply, $$$"""{"Data":{"message":{{{Twice(Odd)}}}},"Metadata":{"Id":"\"7\"","name":"\"räksmörgås \\\"q\\\"\""}}""");
        call.Call.Payload.ShouldBe(Odd);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("\"\\\"5\\\"\"", 5)]
    [InlineData("\"many\"", null)]
    [InlineData("null", null)]
    [InlineData("-1", null)]
    [InlineData("{}", null)]
    public async Task The_count_of_tries_is_read_however_it_is_written(string written, int? count)
    {
        await using var call = await ReadAsync(ExtractReply, $$$"""{"Data":{"message":"m"},"Metadata":{"DequeueCount":{{{written}}}}}""");
        call.Attempt.ShouldBe(count);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"null\"")]
    [InlineData("\"\"")]
    public async Task A_call_without_a_message_is_refused(string written) =>
        (await ProblemOfAsync(ExtractReply, $$$"""{"Data":{"message":{{{written}}}},"Metadata":{}}""")).ShouldContain("no message");

    [Fact]
    public async Task A_timer_rings_whatever_its_schedule_says_and_nothing_else_does()
    {
        await using var call = await ReadAsync(CollectMail, """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":true}},"Metadata":{}}""");
        call.Call.ShouldBe(new Local.Clockwork.FunctionCall("CollectMail", ""));
        (await ProblemOfAsync(CollectMail, """{"Data":{"message":"x"}}""")).ShouldContain("timer");
        (await ProblemOfAsync(CollectMail, "")).ShouldContain("no JSON");
    }

    [Fact]
    public async Task A_byte_order_mark_does_no_harm()
    {
        await using var call = await ReadAsync(CollectMail, "\uFEFF{\"Data\":{\"timer\":null}}");
        call.Call.Function.ShouldBe("CollectMail");
    }
}
