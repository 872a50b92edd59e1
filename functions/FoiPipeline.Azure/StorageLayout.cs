using System.Text.RegularExpressions;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Azure;

/// <summary>
/// What a round keeps in its storage account, by name. The Functions host binds to the same names, so they are the same in every account:
/// an account holds one round.
/// </summary>
public static partial class StorageLayout
{
    /// <summary>What is too large for a row of the register. Not a container of documents.</summary>
    public const string PayloadContainer = "payload";

    /// <summary>Where the Functions host itself tells which blobs its trigger gave up.</summary>
    public const string BlobTriggerPoisonQueue = "webjobs-blobtrigger-poison";

    public const string RegisterTable = "register";

    public const string ReceiptsTable = "receipts";

    public static IReadOnlyList<string> Containers { get; } = ["inbox", "letters", "text", "round", PayloadContainer];

    public static IReadOnlyList<string> Queues { get; } =
    [
        ReplyMessages.ExtractQueue,
        QueueRules.PoisonOf(ReplyMessages.ExtractQueue),
        ReplyMessages.ClassifyQueue,
        QueueRules.PoisonOf(ReplyMessages.ClassifyQueue),
        ReplyMessages.IngestPoisonQueue,
        BlobTriggerPoisonQueue,
    ];

    public static IReadOnlyList<string> Tables { get; } = [RegisterTable, ReceiptsTable];

    /// <summary>Whether messages of this queue have been given up already: there is nowhere further to move them.</summary>
    internal static bool IsPoison(string queue) => queue.EndsWith(QueueRules.PoisonOf(""), StringComparison.Ordinal);

    /// <summary>
    /// Whether the service allows a container of this name, and it is not one of its own (<c>$logs</c>) or of the Functions host's
    /// (<c>azure-webjobs-hosts</c>), which may live in the same account.
    /// </summary>
    internal static bool MayHoldDocuments(string container) =>
        ContainerName().IsMatch(container) && !container.StartsWith("azure-webjobs-", StringComparison.Ordinal);

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContainerName();
}
