using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>What every work queue promises. Time-outs are whole seconds, because not every server knows shorter ones.</summary>
public abstract class WorkQueueContract : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected IWorkQueue Queue { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Queue = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await DestroyAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Queues without a message.</summary>
    protected abstract Task<IWorkQueue> CreateAsync();

    /// <summary>Lets time pass for the queues.</summary>
    protected abstract Task PassAsync(TimeSpan span);

    protected virtual Task DestroyAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_empty_queue_gives_nothing()
    {
        (await Receive()).ShouldBeNull();
        (await Queue.CountAsync("extract", Cancel)).ShouldBe(0);
        (await Queue.PeekAsync("extract", 10, Cancel)).ShouldBeEmpty();
        (await Queue.OldestAsync("extract", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Messages_come_in_the_order_they_were_sent_each_once()
    {
        await Send("a", "b é £ 😀", "c");

        (await Receive())!.Message.ShouldBe("a");
        (await Receive())!.Message.ShouldBe("b é £ 😀");
        (await Receive())!.Message.ShouldBe("c");
        (await Receive()).ShouldBeNull();
    }

    [Fact]
    public async Task Queues_do_not_mix()
    {
        await Queue.SendAsync("extract", "a", Cancel);
        await Queue.SendAsync("classify", "b", Cancel);

        (await Queue.ReceiveAsync("classify", Minute, 5, Cancel))!.Message.ShouldBe("b");
        (await Queue.CountAsync("extract", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await Send("a");
        var item = await Receive(seconds: 1);

        (await Queue.CountAsync("extract", Cancel)).ShouldBe(1);
        (await Queue.CompleteAsync(item!, Cancel)).ShouldBeTrue();

        (await Queue.CompleteAsync(item!, Cancel)).ShouldBeFalse();
        await PassAsync(TimeSpan.FromSeconds(2));
        (await Receive()).ShouldBeNull();
        (await Queue.CountAsync("extract", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_whose_time_ran_out_is_given_out_again_and_the_old_receipt_is_stale()
    {
        await Send("a");
        var first = await Receive(seconds: 2);
        (await Receive()).ShouldBeNull();

        await PassAsync(TimeSpan.FromSeconds(3));
        var second = await Receive();

        second.ShouldNotBeNull();
        (second.Id, second.Message, second.DequeueCount).ShouldBe((first!.Id, "a", 2));
        await Queue.AbandonAsync(first, TimeSpan.Zero, Cancel);
        (await Receive()).ShouldBeNull();
        (await Queue.CompleteAsync(first, Cancel)).ShouldBeFalse();
        (await Queue.CompleteAsync(second, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_late_worker_may_still_complete_what_nobody_else_has_taken()
    {
        await Send("a");
        var item = await Receive(seconds: 1);
        await PassAsync(TimeSpan.FromSeconds(2));

        (await Queue.CompleteAsync(item!, Cancel)).ShouldBeTrue();
        (await Queue.CountAsync("extract", Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task An_abandoned_message_comes_back_after_its_delay()
    {
        await Send("a");
        var item = await Receive(seconds: 60);
        await Queue.AbandonAsync(item!, TimeSpan.FromSeconds(2), Cancel);

        (await Receive()).ShouldBeNull();
        (await Queue.CompleteAsync(item!, Cancel)).ShouldBeFalse();
        await PassAsync(TimeSpan.FromSeconds(3));
        (await Receive())!.DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_fails_too_often_goes_to_the_poison_queue_and_lets_the_next_one_through()
    {
        await Send("bad");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var item = await Queue.ReceiveAsync("extract", Minute, 3, Cancel);
            item!.DequeueCount.ShouldBe(attempt);
            await Queue.AbandonAsync(item, TimeSpan.Zero, Cancel);
        }

        await Send("good");

        (await Queue.ReceiveAsync("extract", Minute, 3, Cancel))!.Message.ShouldBe("good");
        (await Queue.PeekAsync("extract-poison", 10, Cancel)).ShouldBe(["bad"]);
        (await Queue.CountAsync("extract", Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task A_queue_of_nothing_but_poison_gives_nothing()
    {
        await Send("bad", "worse");
        for (var i = 0; i < 2; i++)
        {
            await Queue.AbandonAsync((await Queue.ReceiveAsync("extract", Minute, 1, Cancel))!, TimeSpan.Zero, Cancel);
        }

        (await Queue.ReceiveAsync("extract", Minute, 1, Cancel)).ShouldBeNull();
        (await Queue.PeekAsync("extract-poison", 10, Cancel)).ShouldBe(["bad", "worse"], ignoreOrder: true);
        (await Queue.ReceiveAsync("extract-poison", Minute, 5, Cancel))!.DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task Looking_takes_nothing()
    {
        await Send("a", "b", "c");

        (await Queue.PeekAsync("extract", 2, Cancel)).ShouldBe(["a", "b"]);
        (await Queue.PeekAsync("extract", 2, Cancel)).ShouldBe(["a", "b"]);
        (await Receive())!.DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task The_oldest_message_is_the_one_that_has_waited_longest_and_is_not_in_work()
    {
        await Send("a");
        var first = await Queue.OldestAsync("extract", Cancel);
        await PassAsync(TimeSpan.FromSeconds(2));
        await Send("b");

        first.ShouldNotBeNull();
        (await Queue.OldestAsync("extract", Cancel)).ShouldBe(first);
        var item = await Receive();
        (await Queue.OldestAsync("extract", Cancel)).ShouldNotBeNull().ShouldBeGreaterThan(first.Value);
        await Queue.AbandonAsync(item!, TimeSpan.Zero, Cancel);
        (await Queue.OldestAsync("extract", Cancel)).ShouldBe(first);
    }

    [Fact]
    public async Task A_poisoned_message_is_as_old_as_its_stay_in_the_poison_queue()
    {
        await Send("bad");
        var sent = await Queue.OldestAsync("extract", Cancel);
        await Queue.AbandonAsync((await Queue.ReceiveAsync("extract", Minute, 1, Cancel))!, TimeSpan.Zero, Cancel);
        await PassAsync(TimeSpan.FromSeconds(2));
        (await Queue.ReceiveAsync("extract", Minute, 1, Cancel)).ShouldBeNull();

        (await Queue.OldestAsync("extract-poison", Cancel)).ShouldNotBeNull().ShouldBeGreaterThan(sent!.Value);
    }

    [Fact]
    public async Task Workers_at_the_same_time_never_get_the_same_message()
    {
        await Send([.. Enumerable.Range(0, 40).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Receive())));

        taken.OfType<WorkItem>().Select(t => t.Message).Distinct(StringComparer.Ordinal).Count().ShouldBe(40);
        taken.Count(t => t is null).ShouldBe(10);
    }

    [Fact]
    public async Task A_message_of_48_kilobytes_is_taken_and_a_longer_one_refused()
    {
        var longest = new string('x', QueueRules.MaxMessageBytes);
        await Send(longest);

        (await Receive())!.Message.ShouldBe(longest);
        await Should.ThrowAsync<ArgumentException>(() => Send(longest + "x"));
    }

    private async Task Send(params string[] messages)
    {
        foreach (var message in messages)
        {
            await Queue.SendAsync("extract", message, Cancel);
        }
    }

    private Task<WorkItem?> Receive(int seconds = 60) => Queue.ReceiveAsync("extract", TimeSpan.FromSeconds(seconds), 5, Cancel);
}
