namespace FoiPipeline.Documents.Native;

/// <summary>What one run of a native tool may use. Time and output are always kept; the others where <c>prlimit</c> is installed.</summary>
/// <param name="WallClock">Until it is killed.</param>
/// <param name="ProcessorTime">Until the kernel ends it; also bounds a child whose parent died.</param>
/// <param name="MemoryBytes">Address space.</param>
/// <param name="FileBytes">The largest file it may write.</param>
/// <param name="OutputBytes">What it may print; the rest is not read and it is killed.</param>
/// <param name="Processes">How many processes and threads the user may have while it starts another: 1 forbids it to. Root is never bound by this.</param>
internal sealed record NativeLimits(
    TimeSpan WallClock, TimeSpan ProcessorTime, long MemoryBytes, long FileBytes, long OutputBytes, int Processes = 1);
