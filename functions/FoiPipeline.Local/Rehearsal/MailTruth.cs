using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>What the simulator knows of one mail it delivered, and what a sensible person would therefore do with it in triage.</summary>
public sealed record MailTruth
{
    /// <summary>Lower-case hexadecimal hash of the raw bytes. Two deliveries of the same bytes have one truth.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The requests it belongs to; none for a mail to be set aside.</summary>
    public required IReadOnlyList<AuthorityId> Authorities { get; init; }

    /// <summary>What it is, and what a person would judge it to be.</summary>
    public required ReplyKind Kind { get; init; }

    /// <summary>All kinds that are no mistake, <see cref="Kind"/> among them.</summary>
    public required IReadOnlyList<ReplyKind> AcceptableKinds { get; init; }

    /// <summary>Whether the same answer was delivered before in a message of its own.</summary>
    public bool RepeatsEarlierAnswer { get; init; }

    /// <summary>What has to be written to the authority because of it, if anything.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>Whether it has nothing to do with the round.</summary>
    public bool BelongsAside => Authorities.Count == 0;
}

/// <summary>What a sensible person sends when a mail asks for it.</summary>
public abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>The request again, to the corrected address.</summary>
    public sealed record ResendTo(string Address) : FollowUp;

    /// <summary>An answer to the clarification sought, with this text.</summary>
    public sealed record AnswerClarification(string Text) : FollowUp;
}
