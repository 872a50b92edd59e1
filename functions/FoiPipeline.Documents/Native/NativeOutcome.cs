namespace FoiPipeline.Documents.Native;

internal enum NativeEnd
{
    /// <summary>It ended by itself.</summary>
    Exited,

    /// <summary>It was killed when its wall-clock time was over.</summary>
    TimedOut,

    /// <summary>It was killed because it printed more than it may.</summary>
    OutputCut,
}

/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit code; of no meaning when it was killed by us.</param>
/// <param name="Output">What it printed, up to the limit, also when it was killed.</param>
/// <param name="Errors">The beginning of what it said on standard error.</param>
internal sealed record NativeOutcome(NativeEnd End, int ExitCode, ReadOnlyMemory<byte> Output, string Errors)
{
    /// <summary>A signal ended it: a limit of processor time or memory, or a crash.</summary>
    public bool WasEndedBySignal => End == NativeEnd.Exited && ExitCode > 128;
}
