namespace FoiPipeline.Core.Rounds;

/// <summary>One letter with numbered questions to every authority on a register, frozen when it was opened.</summary>
public sealed record Round
{
    public required string Name { get; init; }

    /// <summary>Two to eight capital letters and digits that start every reference: <c>SV16</c>.</summary>
    public required string ReferencePrefix { get; init; }

    public required Requester Requester { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Letter templates by kind, with merge fields such as <c>{{authority.name}}</c>.</summary>
    public required IReadOnlyDictionary<string, string> Templates { get; init; }

    public required SendingPolicy Sending { get; init; }

    public required ChasePolicy Chase { get; init; }

    /// <summary>IANA name of the time zone of the sending window; legal days are always those of Europe/London.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<Authority> Authorities { get; init; }
}
