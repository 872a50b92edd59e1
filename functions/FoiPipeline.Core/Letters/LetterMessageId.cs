namespace FoiPipeline.Core.Letters;

/// <summary>
/// The Message-ID of a letter, made from its id alone: <c>&lt;sv16.02n.initial.1.k7q2@example.org&gt;</c>. The last part before the @ is that of the
/// request's <see cref="ReplyToken"/>, so that an answer's In-Reply-To tells which request it belongs to without a look-up.
/// </summary>
public static class LetterMessageId
{
    /// <param name="letter">The letter.</param>
    /// <param name="senderAddress">The mailbox it is sent from; its domain is used.</param>
    public static string For(LetterId letter, string senderAddress)
    {
        var token = ReplyToken.For(letter.Reference);
        var domain = senderAddress[(senderAddress.LastIndexOf('@') + 1)..];
        return $"<{letter}.{token[^4..]}@{domain}>".ToLowerInvariant();
    }

    /// <summary>The letter a Message-ID names, if it is one of ours: right shape and the token that belongs to that request.</summary>
    public static bool TryParse(string messageId, out LetterId letter)
    {
        letter = default;
        var text = messageId.Trim().TrimStart('<').TrimEnd('>');
        var at = text.LastIndexOf('@');
        if (at < 6 || text[at - 5] != '.' || !LetterId.TryParse(text[..(at - 5)], out letter))
        {
            return false;
        }

        return ReplyToken.For(letter.Reference)[^4..].Equals(text[(at - 4)..at], StringComparison.OrdinalIgnoreCase);
    }
}
