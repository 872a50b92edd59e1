using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Replies;

/// <summary>Reads one mail whole: its attachments' texts, its kind, its answers. Knows no round's journal, so that <c>foi read</c> and the pipeline do the same.</summary>
public sealed class ReadMail(ITextExtractor extractor)
{
    /// <param name="mail">The parsed mail.</param>
    /// <param name="questions">The round's questions; none where no round is open.</param>
    /// <param name="prefix">The round's reference prefix, so that our own reference is not taken for theirs.</param>
    /// <param name="cancel">Stops between two attachments.</param>
    /// <exception cref="ToolMissingException">A native tool is needed and not installed.</exception>
    public async Task<StoredReading> RunAsync(Mail mail, IReadOnlyList<Question> questions, string? prefix, CancellationToken cancel)
    {
        var attachments = await TracedStep.RunAsync("extract text", () => ExtractAsync(mail, cancel)).ConfigureAwait(false);
        return await TracedStep.RunAsync("judge reply", () => Task.FromResult(Judge(mail, attachments, questions, prefix))).ConfigureAwait(false);
    }

    private async Task<List<ReadAttachment>> ExtractAsync(Mail mail, CancellationToken cancel)
    {
        var attachments = new List<ReadAttachment>(mail.Attachments.Count);
        foreach (var part in mail.Attachments)
        {
            var text = await extractor.ExtractAsync(new DocumentContent(part.Name, part.Type, part.Content), cancel).ConfigureAwait(false);
            var hash = Convert.ToHexStringLower(SHA256.HashData(part.Content.Span));
            attachments.Add(new ReadAttachment(part.Name, part.Type, part.Content.Length, hash, part.IsInline, text));
        }

        return attachments;
    }

    private static StoredReading Judge(Mail mail, List<ReadAttachment> attachments, IReadOnlyList<Question> questions, string? prefix)
    {
        var reading = new ReplyReader(prefix).Read(mail, attachments, questions);
        return new StoredReading(1, reading, attachments, VerdictOf(mail, reading, attachments), mail.Problems);
    }

    private static Verdict VerdictOf(Mail mail, Reading reading, IReadOnlyList<ReadAttachment> attachments)
    {
        var failed = mail.DeliveryReport?.Recipients.Where(r => r.Action.Equals("failed", StringComparison.OrdinalIgnoreCase)).ToList() ?? [];
        return new Verdict
        {
            Judgement = reading.Judgement,
            PermanentBounce = reading.IsPermanentBounce == true,
            BouncedMessageId = mail.DeliveryReport?.OriginalMessageId ?? "",
            BouncedAddresses = [.. failed.Select(r => r.Address)],
            BounceWords = BounceWords(failed, reading),
            TheirReference = reading.TheirReference,
            ContentHash = ContentHash(reading, attachments),
        };
    }

    private static string BounceWords(List<DeliveryReportRecipient> failed, Reading reading)
    {
        var words = failed.Count > 0
            ? $"{failed[0].Address}: {failed[0].Status} {failed[0].Diagnostic}".Trim()
            : string.Join("; ", reading.Judgement.Evidence.Take(2).Select(e => e.Words));
        return words.Length > 300 ? words[..300] : words;
    }

    // White space aside, so that a second copy wrapped by another gateway is the same answer. No words and no files tell nothing.
    private static string? ContentHash(Reading reading, IReadOnlyList<ReadAttachment> attachments)
    {
        var words = string.Join(' ', reading.OwnWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var content = string.Join('\n', [words, .. attachments.Where(a => !a.IsInline).Select(a => a.Sha256).Order(StringComparer.Ordinal)]);
        return content.Length < 40 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
