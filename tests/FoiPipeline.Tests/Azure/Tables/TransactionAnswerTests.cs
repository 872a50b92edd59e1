using Azure;
using FoiPipeline.Azure.Tables;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TransactionAnswerTests
{
    private const string Type = "multipart/mixed; boundary=batchresponse_1";

    private const string Done =
        """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_2

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        X-Content-Type-Options: nosniff
        ETag: W/"datetime'2016-07-01T09%3A00%3A00.1Z'"


        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        DataServiceVersion: 1.0;


        --changesetresponse_2--
        --batchresponse_1--

        """;

    private const string Refused =
        """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary="changesetresponse_2"

        --changesetresponse_2
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 409 Conflict
        Content-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8

        {"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"1:The specified entity already exists.\nRequestId:5\nTime:6"}}}
        --changesetresponse_2--
        --batchresponse_1--

        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Each_action_has_its_answer(string lineEnd)
    {
        var answers = (await Submit(new ScriptedAnswer(202, Done.ReplaceLineEndings(lineEnd), ("Content-Type", Type)))).Value;

        answers.Select(a => a.Status).ShouldBe([204, 204]);
        answers[0].Headers.ETag.ShouldBe(new ETag("W/\"datetime'2016-07-01T09%3A00%3A00.1Z'\""));
        answers[1].Headers.ETag.ShouldBeNull();
        answers[1].ReasonPhrase.ShouldBe("No Content");
    }

    [Fact]
    public async Task The_action_that_was_refused_is_named()
    {
        var failure = await Should.ThrowAsync<TableTransactionFailedException>(() => Submit(new ScriptedAnswer(202, Refused.ReplaceLineEndings("\r\n"), ("Content-Type", Type))));

        failure.Status.ShouldBe(409);
        failure.ErrorCode.ShouldBe("EntityAlreadyExists");
        failure.FailedTransactionActionIndex.ShouldBe(1);
        failure.Message.ShouldContain("The specified entity already exists.");
    }

    [Theory]
    [InlineData("12:The specified entity already exists.", 12)]
    [InlineData("The specified entity: no number", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_message_without_a_number_names_no_action(string? message, int? action) => TransactionAnswer.FailedAction(message).ShouldBe(action);

    [Fact]
    public async Task A_batch_that_was_refused_as_a_whole_is_a_plain_error()
    {
        var failure = await Should.ThrowAsync<RequestFailedException>(() => Submit(ScriptedAnswer.Error(413, "RequestBodyTooLarge")));

        failure.ShouldNotBeOfType<TableTransactionFailedException>();
        failure.ErrorCode.ShouldBe("RequestBodyTooLarge");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_anywhere_is_never_taken_for_success()
    {
        var whole = Done.ReplaceLineEndings("\r\n");
        for (var length = 0; length < whole.TrimEnd().Length; length += 7)
        {
            var answer = new ScriptedAnswer(202, whole[..length], ("Content-Type", Type));
            await Should.ThrowAsync<RequestFailedException>(() => Submit(answer), $"{length} characters");
        }
    }

    [Fact]
    public async Task An_answer_of_another_type_or_with_too_few_parts_is_never_taken_for_success()
    {
        await Should.ThrowAsync<RequestFailedException>(() => Submit(new ScriptedAnswer(202, Done, ("Content-Type", "text/html"))));
        await Should.ThrowAsync<RequestFailedException>(() => Submit(new ScriptedAnswer(202, Done)));
        await Should.ThrowAsync<RequestFailedException>(() => Submit(new ScriptedAnswer(202, Done, ("Content-Type", Type)), rows: 3));
    }

    private static Task<Response<IReadOnlyList<Response>>> Submit(ScriptedAnswer answer, int rows = 2) =>
        Scripted.Table(new ScriptedTransport(answer)).SubmitTransactionAsync(
            Enumerable.Range(0, rows).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}"))), Cancel);
}
