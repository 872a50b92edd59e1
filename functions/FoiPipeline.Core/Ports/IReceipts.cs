namespace FoiPipeline.Core.Ports;

/// <summary>
/// Which documents each function with a blob trigger is through with: what the Functions host keeps in its blob receipts, for whoever rings in its
/// place. After <see cref="MaxAttempts"/> failures a document is parked: no longer tried, and listed for a person. A failure of the store throws
/// <see cref="StoreUnavailableException"/>; a receipt that is lost makes the function run once more, which it must bear anyway.
/// </summary>
public interface IReceipts
{
    /// <summary>The Functions host's own number.</summary>
    const int MaxAttempts = 5;

    /// <summary>Whether the function has handled the document.</summary>
    Task<bool> IsDoneAsync(string function, string name, CancellationToken cancel);

    /// <summary>Whether the function has failed on the document too often to try again.</summary>
    Task<bool> IsParkedAsync(string function, string name, CancellationToken cancel);

    /// <summary>The function has handled the document. Saying so twice changes nothing.</summary>
    Task MarkDoneAsync(string function, string name, CancellationToken cancel);

    /// <summary>The function has failed on the document. Answers how often by now; 0 if another run has handled it meanwhile.</summary>
    /// <param name="function">The function.</param>
    /// <param name="name">The document.</param>
    /// <param name="problem">For a person: one sentence, nothing of the document's content.</param>
    /// <param name="cancel">Stops waiting.</param>
    Task<int> FailedAsync(string function, string name, string problem, CancellationToken cancel);

    /// <summary>The documents parked by a function, in ordinal order of name.</summary>
    Task<IReadOnlyList<ParkedDocument>> ListParkedAsync(string function, CancellationToken cancel);

    /// <summary>Lets a document be tried again from the beginning. Answers whether it had failed.</summary>
    Task<bool> RetryAsync(string function, string name, CancellationToken cancel);
}

/// <summary>A document that a function failed on too often, and that waits for a person.</summary>
/// <param name="Function">The function that failed.</param>
/// <param name="Name">The document.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Problem">What went wrong the last time.</param>
public sealed record ParkedDocument(string Function, string Name, int Attempts, string Problem);
