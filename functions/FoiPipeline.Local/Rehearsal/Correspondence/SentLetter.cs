using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>One of our letters as the authority received it.</summary>
internal sealed record SentLetter
{
    public required LetterId Id { get; init; }

    public required string MessageId { get; init; }

    /// <summary>The London day it was accepted: all that later mails may depend on.</summary>
    public required DateOnly Day { get; init; }

    public required string EnvelopeFrom { get; init; }

    public required string EnvelopeTo { get; init; }

    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public required string ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public AuthorityId Authority => Id.Authority;
}
