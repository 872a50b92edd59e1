using System.Runtime.CompilerServices;

namespace FoiPipeline.Tests.UseCases;

/// <summary>The process dies here.</summary>
internal sealed class CrashException : Exception;

/// <summary>Counts every call to a port and kills the process at one of them; from then on nothing answers any more.</summary>
/// <param name="atCall">The call that dies, from 1.</param>
/// <param name="afterwards">Whether the call is done before the process dies: the answer is lost, its effect is not.</param>
internal sealed class Crash(int atCall, bool afterwards)
{
    private int _calls;
    private volatile bool _dead;

    public bool Happened => _dead;

    public async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var dies = Interlocked.Increment(ref _calls) == atCall;
        Die(dies && !afterwards);
        var answer = await call();
        Die(dies);
        return answer;
    }

    public async Task CallAsync(Func<Task> call)
    {
        _ = await CallAsync(async () =>
        {
            await call();
            return 0;
        });
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancel)
    {
        Die(Interlocked.Increment(ref _calls) == atCall);
        await foreach (var item in items.WithCancellation(cancel))
        {
            yield return item;
            Die(Interlocked.Increment(ref _calls) == atCall);
        }
    }

    private void Die(bool now)
    {
        _dead |= now;
        if (_dead)
        {
            throw new CrashException();
        }
    }
}
