namespace FoiPipeline.Core.Watching;

/// <summary>What one look found, what it did about it, and the measures taken.</summary>
public sealed record WatchReport
{
    /// <summary>Documents of the inbox that had been missed and were taken in, or sent on once more to be read.</summary>
    public int TakenIn { get; init; }

    /// <summary>Documents that should have been taken in and could not be. They are tried again, and after five times shown to a person.</summary>
    public IReadOnlyList<WatchFailure> Failures { get; init; } = [];

    /// <summary>Missed documents beyond what one run takes on; the next goes on with them.</summary>
    public int LeftForNextRun { get; init; }

    /// <summary>Notices of the Functions host that it gave a document up, passed on to where a person sees them.</summary>
    public int Notices { get; init; }

    public Measures Measures { get; init; } = new();
}

/// <param name="Document">Its name in the store.</param>
/// <param name="Problem">What went wrong, in one sentence.</param>
public sealed record WatchFailure(string Document, string Problem);
