namespace FoiPipeline.Core.Replies;

/// <summary>A raw message as Core sees it. Texts are decoded, nothing is judged yet.</summary>
public sealed record Mail
{
    public MailAddress? From { get; init; }

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    /// <summary>Addresses the message was delivered to, from <c>Delivered-To</c>, <c>X-Original-To</c>, <c>Envelope-To</c> and the like.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>The Date header; nothing when it is missing or unreadable.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When the server nearest to us took it, by the topmost Received header; nothing when there is none.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>With angle brackets; empty when missing.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Message-IDs with angle brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>All header fields in order, names as written, values unfolded and decoded.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>The body a person would read, as text with '\n' line ends. HTML has become text that keeps paragraphs, lists, tables and links.</summary>
    public string Body { get; init; } = "";

    /// <summary>Where <see cref="Body"/> came from: <c>plain</c>, <c>html</c> or <c>none</c>.</summary>
    public string BodySource { get; init; } = "none";

    public IReadOnlyList<MailPart> Attachments { get; init; } = [];

    /// <summary>The delivery report, if the message is one by its structure (RFC 3464).</summary>
    public DeliveryReport? DeliveryReport { get; init; }

    /// <summary>What was damaged or unusual, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The decoded value of the first header of that name (ignoring case), or nothing.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }
}

/// <param name="Name">Display name, decoded; empty when there is none.</param>
/// <param name="Address">As written; compare ignoring case.</param>
public sealed record MailAddress(string Name, string Address)
{
    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";
}

public sealed record MailHeader(string Name, string Value);

/// <summary>A part of a message other than the body that was chosen: attachments, inline pictures, forwarded messages, alternatives not chosen are left out.</summary>
public sealed record MailPart
{
    /// <summary>File name made safe for display and disk; never empty (<c>attachment-1.pdf</c> when the sender gave none).</summary>
    public required string Name { get; init; }

    /// <summary>File name as the sender wrote it, decoded; may be empty.</summary>
    public string OriginalName { get; init; } = "";

    /// <summary>Media type in lower case, as declared.</summary>
    public required string Type { get; init; }

    /// <summary>True for pictures and the like that the body shows in place (Content-ID or disposition inline within multipart/related).</summary>
    public bool IsInline { get; init; }

    /// <summary>Content after transfer decoding. For <c>message/rfc822</c> the raw nested message.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}

/// <summary>What a machine reports about the delivery of a message of ours (RFC 3464).</summary>
public sealed record DeliveryReport
{
    public IReadOnlyList<DeliveryReportRecipient> Recipients { get; init; } = [];

    /// <summary>Message-ID of the original, if the report carries its headers.</summary>
    public string OriginalMessageId { get; init; } = "";

    /// <summary>Subject of the original, if the report carries its headers.</summary>
    public string OriginalSubject { get; init; } = "";
}

/// <param name="Address">The final (or else original) recipient.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c>, <c>expanded</c>.</param>
/// <param name="Status">Enhanced status code: <c>5.1.1</c>.</param>
/// <param name="Diagnostic">The remote server's words.</param>
public sealed record DeliveryReportRecipient(string Address, string Action, string Status, string Diagnostic);
