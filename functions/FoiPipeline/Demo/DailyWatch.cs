using FoiPipeline.Core.Watching;
using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Demo;

/// <summary>
/// Rings the functions of a demo. The watch is kept once a day of the rehearsal instead of at every moment the clock jumps to: where one process stores and takes in
/// nothing is missed, and looking through the inbox thousands of times would be most of what a large demo does.
/// </summary>
/// <param name="ring">Rings a function.</param>
/// <param name="clock">The rehearsal's.</param>
internal sealed class DailyWatch(Func<FunctionCall, CancellationToken, Task> ring, TimeProvider clock)
{
    private DateTimeOffset _kept = DateTimeOffset.MinValue;

    public Task RingAsync(FunctionCall call, CancellationToken cancel)
    {
        if (call.Function == KeepWatch.Function)
        {
            if (clock.GetUtcNow() - _kept < TimeSpan.FromDays(1))
            {
                return Task.CompletedTask;
            }

            _kept = clock.GetUtcNow();
        }

        return ring(call, cancel);
    }
}
