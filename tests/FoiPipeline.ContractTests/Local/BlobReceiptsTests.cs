using FoiPipeline.Local.Storage;

namespace FoiPipeline.ContractTests.Local;

public sealed class BlobReceiptsTests : IAsyncDisposable
{
    private const string Function = "IngestMail";
    private const string Name = "inbox/5f3a.eml";

    private readonly TemporaryFolder _folder = new();
    private readonly DataFolder _data;

    public BlobReceiptsTests() => _data = DataFolder.Open(_folder.Path, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private BlobReceipts Receipts => _data.Receipts;

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_document_is_done_for_the_function_that_did_it_and_for_no_other()
    {
        (await Receipts.IsDoneAsync(Function, Name, Cancel)).ShouldBeFalse();

        await Receipts.MarkDoneAsync(Function, Name, Cancel);
        await Receipts.MarkDoneAsync(Function, Name, Cancel);

        (await Receipts.IsDoneAsync(Function, Name, Cancel)).ShouldBeTrue();
        (await Receipts.IsDoneAsync("Other", Name, Cancel)).ShouldBeFalse();
        (await Receipts.IsDoneAsync(Function, "inbox/other.eml", Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_that_fails_five_times_is_parked_and_listed_with_its_last_problem()
    {
        for (var attempt = 1; attempt <= BlobReceipts.MaxAttempts; attempt++)
        {
            (await Receipts.IsParkedAsync(Function, Name, Cancel)).ShouldBeFalse();
            (await Receipts.ListParkedAsync(Function, Cancel)).ShouldBeEmpty();
            (await Receipts.FailedAsync(Function, Name, $"problem {attempt}", Cancel)).ShouldBe(attempt);
        }

        (await Receipts.IsParkedAsync(Function, Name, Cancel)).ShouldBeTrue();
        (await Receipts.IsDoneAsync(Function, Name, Cancel)).ShouldBeFalse();
        (await Receipts.ListParkedAsync(Function, Cancel)).ShouldBe([new ParkedDocument(Function, Name, 5, "problem 5")]);
        (await Receipts.ListParkedAsync("Other", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parked_document_can_be_tried_again_from_the_beginning()
    {
        for (var attempt = 0; attempt < BlobReceipts.MaxAttempts; attempt++)
        {
            await Receipts.FailedAsync(Function, Name, "problem", Cancel);
        }

        (await Receipts.RetryAsync(Function, Name, Cancel)).ShouldBeTrue();
        (await Receipts.RetryAsync(Function, Name, Cancel)).ShouldBeFalse();

        (await Receipts.IsParkedAsync(Function, Name, Cancel)).ShouldBeFalse();
        (await Receipts.FailedAsync(Function, Name, "problem", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_after_another_run_succeeded_changes_nothing()
    {
        await Receipts.FailedAsync(Function, Name, "problem", Cancel);
        await Receipts.MarkDoneAsync(Function, Name, Cancel);

        (await Receipts.FailedAsync(Function, Name, "late", Cancel)).ShouldBe(0);
        (await Receipts.RetryAsync(Function, Name, Cancel)).ShouldBeFalse();
        (await Receipts.IsDoneAsync(Function, Name, Cancel)).ShouldBeTrue();
    }
}
