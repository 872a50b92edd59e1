using FoiPipeline.Azure;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Tests.Azure.Tables;

public sealed class TableReceiptsTests
{
    private const string Name = "inbox/5f3a.eml";

    private readonly TableServiceInMemory _service = new();
    private readonly TableReceipts _receipts;

    public TableReceiptsTests() => _receipts = new TableReceipts(Scripted.Table(_service.Transport), "acc");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_whose_answer_is_lost_is_counted_once()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            _service.LostAnswers = 1;
            (await _receipts.FailedAsync("IngestMail", Name, "problem", Cancel)).ShouldBe(attempt);
        }
    }

    [Fact]
    public async Task A_retry_whose_answer_is_lost_still_had_something_to_retry()
    {
        await _receipts.FailedAsync("IngestMail", Name, "problem", Cancel);
        _service.LostAnswers = 1;

        (await _receipts.RetryAsync("IngestMail", Name, Cancel)).ShouldBeTrue();
        (await _receipts.RetryAsync("IngestMail", Name, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task Asking_and_marking_are_one_request_each()
    {
        await _receipts.IsDoneAsync("IngestMail", Name, Cancel);
        await _receipts.IsParkedAsync("IngestMail", Name, Cancel);
        await _receipts.MarkDoneAsync("IngestMail", Name, Cancel);

        _service.TakeRequests().ShouldBe(["GET", "GET", "PUT"]);
    }

    [Fact]
    public async Task A_problem_of_any_length_is_kept_short()
    {
        for (var attempt = 0; attempt < IReceipts.MaxAttempts; attempt++)
        {
            await _receipts.FailedAsync("IngestMail", Name, new string('p', 100_000), Cancel);
        }

        (await _receipts.ListParkedAsync("IngestMail", Cancel)).Single().Problem.Length.ShouldBe(2000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a'b")]
    public async Task A_function_is_called_as_the_host_allows(string function) =>
        await Should.ThrowAsync<ArgumentException>(() => _receipts.IsDoneAsync(function, Name, Cancel));
}
