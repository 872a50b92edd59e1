using FoiPipeline.Core.Ports;
using FoiPipeline.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;

namespace FoiPipeline.ContractTests.Contracts;

/// <summary>Whatever is done to it, by several programs in turn, a register answers as the plain one in memory does.</summary>
public abstract class RegisterAgainstModelContract
{
    private static readonly string[] Lists = ["outbox", "triage"];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>How many histories are tried.</summary>
    protected abstract int Histories { get; }

    /// <summary>Runs a history on one empty register that two programs have open at the same time.</summary>
    protected abstract Task OnNewRegisterAsync(Func<IRegister, IRegister, Task> history);

    [Fact]
    public void Any_history_of_appends_ends_the_same_as_in_memory()
    {
        var histories = ArbMap.Default.ArbFor<(byte Stream, byte Version, byte Key, byte Count, byte Sort)[]>();
        Prop.ForAll(histories, history => HoldsAsync(history).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));
    }

    private async Task<bool> HoldsAsync((byte Stream, byte Version, byte Key, byte Count, byte Sort)[] history)
    {
        await OnNewRegisterAsync(async (one, two) =>
        {
            var model = new InMemoryRegister();
            foreach (var step in history)
            {
                var real = await ApplyAsync(step.Count % 2 == 0 ? one : two, step);
                var expected = await ApplyAsync(model, step);
                real.ShouldBe(expected);
            }

            (await StateAsync(one)).ShouldBe(await StateAsync(model));
        });
        return true;
    }

    /// <summary>Few streams, versions and keys, so that every outcome comes up often.</summary>
    private static async Task<object> ApplyAsync(IRegister register, (byte Stream, byte Version, byte Key, byte Count, byte Sort) step)
    {
        var stream = new StreamId($"request/{step.Stream % 3}");
        var entries = Enumerable.Range(0, step.Sort % 3).Select(i => new ListEntry(Lists[(step.Sort + i) % 2], $"{step.Sort % 7}"));
        var summary = new StoredSummary($"{step.Key}/{step.Sort}", [.. entries]);
        var version = step.Version % 4 == 0 ? step.Version % 5 : (await register.LoadAsync(stream, Cancel)).Version;
        return step.Key % 5 == 0
            ? await register.ReplaceSummaryAsync(stream, version, summary, Cancel)
            : await register.AppendAsync(stream, version, [.. Enumerable.Range(step.Key % 20, 1 + (step.Count % 3)).Select(k => new StoredEvent($"k{k}", $"{k}"))], summary, Cancel);
    }

    private static async Task<List<string>> StateAsync(IRegister register)
    {
        var state = new List<string>();
        await foreach (var stream in register.ListAsync("", Cancel))
        {
            state.Add(stream.ToString());
            state.AddRange(await register.ReadEventsAsync(stream.Stream, Cancel).Select(e => e.ToString()).ToListAsync(Cancel));
        }

        foreach (var list in Lists)
        {
            state.AddRange(await register.ListWorkAsync(list, "4", Cancel).Select(s => $"{list} {s}").ToListAsync(Cancel));
            state.AddRange(await register.ListWorkAsync(list, null, Cancel).Select(s => $"{list} {s}").ToListAsync(Cancel));
        }

        return state;
    }
}
