namespace FoiPipeline.Core.Letters;

/// <summary>A letter as a mail, ready to be written as bytes.</summary>
public sealed record LetterMail
{
    /// <summary>Display name and address of the sender.</summary>
    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public required string ToName { get; init; }

    public required string ToAddress { get; init; }

    /// <summary>Where the answer shall go: the address with the request's token, if the provider knows plus addressing.</summary>
    public required string ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>With angle brackets.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Plain text, lines separated by '\n'.</summary>
    public required string Body { get; init; }

    /// <summary>Message-ID this letter answers, for everything after the first letter.</summary>
    public string? InReplyTo { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];
}
