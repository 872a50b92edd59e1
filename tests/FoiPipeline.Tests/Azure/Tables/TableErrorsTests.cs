using Azure;
using FoiPipeline.Azure;
using FoiPipeline.Azure.Tables;
using FoiPipeline.Tests.Fakes;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TableErrorsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"odata.error":{"code":"InvalidInput","message":{"lang":"en-US","value":"What is wrong."}}}""")]
    [InlineData("\uFEFF{\"odata.error\":{\"code\":\"InvalidInput\",\"message\":{\"value\":\"What is wrong.\"}}}")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="x"><m:code>InvalidInput</m:code><m:message xml:lang="en-US">What is wrong.</m:message></m:error>""")]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><Error><Code>InvalidInput</Code><Message>What is wrong.</Message></Error>""")]
    public async Task Code_and_message_are_read_from_any_form_of_error(string body)
    {
        var failure = await FailureAsync(new ScriptedAnswer(400, body));

        failure.ErrorCode.ShouldBe("InvalidInput");
        failure.Message.ShouldContain("What is wrong.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><p>Bad gateway")]
    [InlineData("{\"odata.error\":")]
    [InlineData("{\"odata.error\":{\"message\":5}}")]
    [InlineData("{\"odata.error\":\"text\"}")]
    [InlineData("[1]{}")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Error><Code>&e;</Code></Error>")]
    public async Task An_error_that_says_nothing_is_told_by_its_status(string body)
    {
        var failure = await FailureAsync(new ScriptedAnswer(400, body));

        failure.Status.ShouldBe(400);
        failure.ErrorCode.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task Without_a_body_the_header_names_the_code() =>
        (await FailureAsync(new ScriptedAnswer(403, "", ("x-ms-error-code", "AuthorizationPermissionMismatch")))).ErrorCode.ShouldBe("AuthorizationPermissionMismatch");

    [Theory]
    [InlineData("<html>Welcome to the hotel's network</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"Version@odata.type":"Edm.Int64","Version":"five"}""")]
    public async Task An_answer_that_is_no_row_is_a_failure(string body) =>
        await Should.ThrowAsync<RequestFailedException>(async () => (await GetAsync(new ScriptedAnswer(200, body))).Value!.PartitionKey.ShouldNotBeNull());

    [Fact]
    public async Task A_missing_table_is_not_a_missing_row()
    {
        (await GetAsync(ScriptedAnswer.Error(404, "ResourceNotFound"))).HasValue.ShouldBeFalse();
        (await GetAsync(ScriptedAnswer.Error(404, "EntityNotFound"))).HasValue.ShouldBeFalse();
        (await FailureAsync(ScriptedAnswer.Error(404, "TableNotFound"))).ErrorCode.ShouldBe("TableNotFound");
    }

    [Theory]
    [InlineData("Fri, 01 Jul 2016 08:00:00 GMT", "60 minutes ahead of")]
    [InlineData("Fri, 01 Jul 2016 10:30:00 GMT", "90 minutes behind")]
    public async Task A_refused_signature_tells_by_how_much_the_clock_is_wrong(string date, string said)
    {
        var failure = await FailureAsync(ScriptedAnswer.Error(403, "AuthenticationFailed") with { Headers = [("Date", date)] });

        failure.Message.ShouldContain($"The clock of this machine is {said} the service's");
        ClockSkew.Explain(failure.GetRawResponse()!, failure.ErrorCode, new ManualClock())!.ShouldContain(said);
    }

    [Theory]
    [InlineData("AuthenticationFailed", "Fri, 01 Jul 2016 09:04:00 GMT")]
    [InlineData("AuthorizationPermissionMismatch", "Fri, 01 Jul 2016 12:00:00 GMT")]
    [InlineData("AuthenticationFailed", "yesterday")]
    public async Task The_clock_is_not_blamed_for_what_it_did_not_do(string code, string date) =>
        (await FailureAsync(ScriptedAnswer.Error(403, code) with { Headers = [("Date", date)] })).Message.ShouldNotContain("clock");

    private static Task<RequestFailedException> FailureAsync(ScriptedAnswer answer) => Should.ThrowAsync<RequestFailedException>(() => GetAsync(answer));

    private static Task<NullableResponse<TableEntity>> GetAsync(ScriptedAnswer answer) =>
        Scripted.Table(new ScriptedTransport(answer), o => o.Clock = new ManualClock()).GetEntityIfExistsAsync("p", "r", cancellationToken: Cancel);
}
