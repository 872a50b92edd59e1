using FoiPipeline.Composition;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Commands;

/// <summary>Rings the functions of a round for a command that ends, and remembers what went wrong: the clockwork itself only logs it and goes on.</summary>
internal sealed class CountedRings(OpenedRound round)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _problems = new(StringComparer.Ordinal);
    private int _failures;

    public async Task RingAsync(FunctionCall call, CancellationToken cancel)
    {
        try
        {
            await round.Pipeline.RingAsync(call, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            lock (_lock)
            {
                _failures++;
                _problems.Add(e.Message);
            }

            throw;
        }
    }

    /// <returns>Exit code 1 and one sentence on standard error if anything failed.</returns>
    public int Tell()
    {
        if (_failures == 0)
        {
            return Verb.Fine;
        }

        Output.Note($"foi: {(_failures == 1 ? "one step" : $"{_failures} steps")} failed and will be tried again by the same command: {string.Join(" ", _problems.Take(3))}");
        return Verb.Failed;
    }
}
