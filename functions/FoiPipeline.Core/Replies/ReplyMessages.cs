using System.Text.Json;
using FoiPipeline.Core.Journals;

namespace FoiPipeline.Core.Replies;

/// <summary>
/// The queues of the pipeline and what stands in them: ids only, never content. Names are chosen so that the Functions host's own metadata
/// (<c>Id</c>, <c>DequeueCount</c> ...) cannot be overridden by them.
/// </summary>
public static class ReplyMessages
{
    /// <summary>Mails whose text is to be extracted and judged.</summary>
    public const string ExtractQueue = "extract";

    /// <summary>Responses that wait to be classified against the codebook.</summary>
    public const string ClassifyQueue = "classify";

    /// <summary>Documents in the inbox that could not be taken in.</summary>
    public const string IngestPoisonQueue = "ingest-poison";

    /// <summary>Mails that could not be read after several attempts.</summary>
    public const string ExtractPoisonQueue = "extract-poison";

    public static string Write(ExtractMessage message) => JsonSerializer.Serialize(message, FoiJson.Compact);

    public static string Write(ClassifyMessage message) => JsonSerializer.Serialize(message, FoiJson.Compact);

    /// <exception cref="FormatException">It is not a message of this queue.</exception>
    public static ExtractMessage ReadExtract(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize<ExtractMessage>(text, FoiJson.Compact) is { Mail.Length: > 0 } message)
            {
                return message;
            }
        }
        catch (JsonException e)
        {
            throw new FormatException($"A message in queue '{ExtractQueue}' is no JSON: {e.Message}", e);
        }

        throw new FormatException($"A message in queue '{ExtractQueue}' names no mail.");
    }
}

public sealed record ExtractMessage(string Mail, int Version = 1);

/// <param name="Request">The request's reference.</param>
/// <param name="Mail">The mail that answers it.</param>
public sealed record ClassifyMessage(string Request, string Mail, int Version = 1);
