using FoiPipeline.Core.Ports;
using FoiPipeline.Emulation;

namespace FoiPipeline.ContractTests.Azure;

/// <summary>Messages may come twice, but are never lost. Receipts count once.</summary>
public sealed class MessageOverBrokenLineTests(Azurite azurite) : BrokenLineTests(azurite)
{
    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_message_sent_over_a_broken_line_is_in_the_queue_perhaps_twice(Breakage breakage)
    {
        Lines.Queues.Inflict(Of(breakage));

        await Ours.Queue.SendAsync("extract", "m", Cancel);

        var sent = await Others.Queue.PeekAsync("extract", 10, Cancel);
        sent.Distinct(StringComparer.Ordinal).ShouldBe(["m"]);
        sent.Count.ShouldBe(breakage is Breakage.RequestLost ? 1 : 2);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_message_completed_over_a_broken_line_is_gone(Breakage breakage)
    {
        await Others.Queue.SendAsync("extract", "m", Cancel);
        var item = await Ours.Queue.ReceiveAsync("extract", TimeSpan.FromMinutes(1), 5, Cancel);
        Lines.Queues.Inflict(Of(breakage));

        await Ours.Queue.CompleteAsync(item!, Cancel);

        (await Others.Queue.CountAsync("extract", Cancel)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_message_received_over_a_broken_line_comes_again(Breakage breakage)
    {
        await Others.Queue.SendAsync("extract", "m", Cancel);
        Lines.Queues.Inflict(Of(breakage));

        WorkItem? item = null;
        while (item is null)
        {
            item = await Ours.Queue.ReceiveAsync("extract", TimeSpan.FromSeconds(1), 5, Cancel);
        }

        item.Message.ShouldBe("m");
        (await Ours.Queue.CompleteAsync(item, Cancel)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_failure_counted_over_a_broken_line_counts_once(Breakage breakage)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            Lines.Tables.Inflict(Of(breakage), r => r.Method is "POST" or "PUT");
            (await Ours.Receipts.FailedAsync("IngestMail", "inbox/1.eml", "problem", Cancel)).ShouldBe(attempt);
        }

        Lines.Tables.Inflict(Of(breakage), r => r.Method is "DELETE");
        (await Ours.Receipts.RetryAsync("IngestMail", "inbox/1.eml", Cancel)).ShouldBeTrue();
        (await Others.Receipts.FailedAsync("IngestMail", "inbox/1.eml", "problem", Cancel)).ShouldBe(1);

        Lines.Tables.Inflict(Of(breakage), r => r.Method is "POST" or "PUT");
        await Ours.Receipts.MarkDoneAsync("IngestMail", "inbox/1.eml", Cancel);
        (await Others.Receipts.IsDoneAsync("IngestMail", "inbox/1.eml", Cancel)).ShouldBeTrue();
    }
}
