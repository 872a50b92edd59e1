namespace FoiPipeline.Core.Rounds;

/// <summary>What copying a round came to.</summary>
/// <param name="From">The store it was copied from.</param>
/// <param name="To">The store it was copied to.</param>
/// <param name="Moved">Whether the other store is the round's home from now on.</param>
/// <param name="Documents">Documents that are there and the same by their hash.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Streams">Journals that are there and the same, event by event, with the summary they amount to.</param>
/// <param name="Events">Their events.</param>
/// <param name="NewDocuments">Documents that this run copied.</param>
/// <param name="NewEvents">Events that this run copied.</param>
/// <param name="Messages">Messages that this run put into the other store's queues for work that was not finished.</param>
public sealed record CopyReport(
    string From, string To, bool Moved, int Documents, long Bytes, int Streams, int Events, int NewDocuments, int NewEvents, int Messages);

/// <summary>How far copying has come.</summary>
/// <param name="What">What is being done.</param>
/// <param name="Done">How many.</param>
public sealed record CopyProgress(string What, int Done);

/// <summary>A round cannot be copied as asked. The message is one sentence: what, where, what to do. Nothing was overwritten.</summary>
public sealed class CopyException(string message) : Exception(message);
