using System.Text.Json;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Watching;

/// <summary>
/// The Functions host notes blobs its trigger gave up in a queue of its own that nobody looks at. Each note is passed on to <c>ingest-poison</c>, where triage
/// shows it and 'foi retry' finds it. The message goes first and the note last: a crash between shows a document twice, never not at all.
/// </summary>
public sealed class HostNotices(IStore store)
{
    public const string Queue = "webjobs-blobtrigger-poison";

    private const int MostInOneRun = 500;
    private const int MostShown = 32;

    /// <summary>A note that cannot be understood is shown as it is, up to here.</summary>
    private const int MostWords = 1000;

    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(5);

    /// <returns>How many notices were passed on.</returns>
    public async Task<int> PassOnAsync(CancellationToken cancel)
    {
        HashSet<string>? shown = null;
        var passed = 0;
        while (passed < MostInOneRun && await store.Queue.ReceiveAsync(Queue, Visibility, int.MaxValue, cancel).ConfigureAwait(false) is { } notice)
        {
            shown ??= [.. await store.Queue.PeekAsync(ReplyMessages.IngestPoisonQueue, MostShown, cancel).ConfigureAwait(false)];
            var message = DocumentOf(notice.Message) ?? Words(notice.Message);
            if (shown.Add(message))
            {
                await store.Queue.SendAsync(ReplyMessages.IngestPoisonQueue, message, cancel).ConfigureAwait(false);
            }

            await store.Queue.CompleteAsync(notice, cancel).ConfigureAwait(false);
            passed++;
        }

        return passed;
    }

    /// <summary>The document a notice is about; nothing if it is about no document of ours, or no notice.</summary>
    private static string? DocumentOf(string notice)
    {
        try
        {
            return JsonSerializer.Deserialize<Notice>(notice, JsonSerializerOptions.Web) is { ContainerName: MailDocument.Container, BlobName: { Length: > 0 } blob }
                && DocumentName.IsReadable($"{MailDocument.Container}/{blob}")
                ? $"{MailDocument.Container}/{blob}"
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Words(string notice) => notice.Length switch
    {
        0 => "(an empty notice of the Functions host)",
        > MostWords => notice[..MostWords],
        _ => notice,
    };

    /// <summary>What the host writes (its storage extensions 4 and 5), as far as it matters here.</summary>
    private sealed record Notice(string? ContainerName, string? BlobName);
}
