using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>What receipts promise, wherever they are kept.</summary>
public abstract class ReceiptsContract : IAsyncLifetime
{
    private const string Function = "IngestMail";
    private const string Name = "inbox/5f3a.eml";

    protected IReceipts Receipts { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Receipts = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await DestroyAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>No receipts.</summary>
    protected abstract Task<IReceipts> CreateAsync();

    protected virtual Task DestroyAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_document_of_any_name_has_its_receipt()
    {
        string[] names = ["inbox/a b (1).eml", "inbox/Antwort – é.eml", "inbox/a'b#c?d%2F.eml", "inbox/" + new string('x', 190)];
        foreach (var name in names)
        {
            await Receipts.MarkDoneAsync(Function, name, Cancel);
        }

        foreach (var name in names)
        {
            (await Receipts.IsDoneAsync(Function, name, Cancel)).ShouldBeTrue();
            (await Receipts.IsDoneAsync(Function, name + "x", Cancel)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Failures_at_the_same_time_are_all_counted()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Receipts.FailedAsync(Function, Name, "problem", Cancel))));

        attempts.Order().ShouldBe([1, 2, 3, 4]);
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
        for (var attempt = 1; attempt <= IReceipts.MaxAttempts; attempt++)
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
        for (var attempt = 0; attempt < IReceipts.MaxAttempts; attempt++)
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
