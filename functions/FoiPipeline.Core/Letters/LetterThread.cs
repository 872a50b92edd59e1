namespace FoiPipeline.Core.Letters;

/// <summary>The mail that a letter of ours answers.</summary>
/// <param name="MessageId">Its Message-ID, with angle brackets.</param>
/// <param name="References">The Message-IDs it named in turn, oldest first.</param>
/// <param name="Subject">Its subject, so that the answer stays in the authority's own thread; nothing to answer under ours.</param>
public sealed record LetterThread(string MessageId, IReadOnlyList<string> References, string? Subject = null)
{
    private const int MostReferences = 20;
    private const int LongestId = 250;

    /// <summary>The Message-ID to answer, or nothing where it is none: it comes from a stranger's mail and goes into our header.</summary>
    public string? InReplyTo => IsMessageId(MessageId) ? MessageId : null;

    /// <summary>The References field of the answer (RFC 5322, 3.6.4): the first and the latest of a long thread, and last the mail answered.</summary>
    public IReadOnlyList<string> Chain
    {
        get
        {
            var chain = References.Append(MessageId).Where(IsMessageId).Distinct(StringComparer.Ordinal).ToList();
            return chain.Count <= MostReferences ? chain : [chain[0], .. chain[^(MostReferences - 1)..]];
        }
    }

    private static bool IsMessageId(string text) =>
        text.Length is > 4 and <= LongestId && text[0] == '<' && text[^1] == '>'
        && text.Contains('@', StringComparison.Ordinal)
        && !text.AsSpan(1, text.Length - 2).ContainsAnyExceptInRange('!', '~')
        && text.AsSpan(1, text.Length - 2).IndexOfAny('<', '>') < 0;
}
