namespace FoiPipeline.Core.Replies;

/// <summary>What reading a mail came to, as far as requests need it.</summary>
public sealed record Verdict
{
    public required Judgement Judgement { get; init; }

    /// <summary>For a bounce: whether the mail server gave up, and not merely tries on.</summary>
    public bool PermanentBounce { get; init; }

    /// <summary>For a bounce: the Message-ID of the letter that came back, if the report gives it.</summary>
    public string BouncedMessageId { get; init; } = "";

    /// <summary>For a bounce: the addresses that failed.</summary>
    public IReadOnlyList<string> BouncedAddresses { get; init; } = [];

    /// <summary>For a bounce: the mail server's reason.</summary>
    public string BounceWords { get; init; } = "";

    public string? TheirReference { get; init; }

    /// <summary>Hash of the own words and attachments.</summary>
    public string? ContentHash { get; init; }
}
