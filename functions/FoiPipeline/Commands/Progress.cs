namespace FoiPipeline.Commands;

/// <summary>A count that moves, on standard error and only where somebody is watching.</summary>
internal sealed class Progress(string what, int total) : IDisposable
{
    private readonly bool _watched = !Console.IsErrorRedirected;
    private long _shownAt;

    public void Report(int done)
    {
        var now = Environment.TickCount64;
        if (_watched && (now - _shownAt > 100 || done == total))
        {
            _shownAt = now;
            Console.Error.Write($"\r{done} of {total} {what} ");
        }
    }

    public void Dispose()
    {
        if (_watched && _shownAt > 0)
        {
            Console.Error.WriteLine();
        }
    }
}
