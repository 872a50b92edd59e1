using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>All that will happen to one authority's request, settled before the first letter leaves. Days are working days after receipt of the letter answered.</summary>
public sealed record AuthorityPlan
{
    public required Authority Authority { get; init; }

    public required FinalState Final { get; init; }

    public AcknowledgedBy Acknowledged { get; init; }

    /// <summary>If given, the register's address bounces and this one answers.</summary>
    public string? CorrectedAddress { get; init; }

    /// <summary>A machine reports that delivery of our letter is delayed; it arrives all the same.</summary>
    public bool DelayReported { get; init; }

    public bool OutOfOffice { get; init; }

    public bool AsksClarification { get; init; }

    /// <summary>A formal extension under s.10(3).</summary>
    public bool Extends { get; init; }

    /// <summary>An informal word that the answer will be late.</summary>
    public bool SaysLate { get; init; }

    public bool SendsFeesNotice { get; init; }

    public AfterAnswer AfterAnswer { get; init; }

    public SecondDelivery SecondDelivery { get; init; }

    /// <summary>First and last working day on which the answer may come.</summary>
    public DayRange AnswerDays { get; init; } = new(12, 20);

    public AnswerFormat Format { get; init; }

    public SecondFile SecondFile { get; init; }

    public AnswerSender Sender { get; init; }

    /// <summary>Number of the support unit that answers, if one does.</summary>
    public int? SupportUnit { get; init; }

    /// <summary>All authorities the one answering mail is for, the first of them the one whose letter it answers; empty for a mail of one's own.</summary>
    public IReadOnlyList<AuthorityId> AnsweredTogether { get; init; } = [];

    public AnswerThread Thread { get; init; }

    /// <summary>Whether In-Reply-To and References name our letter.</summary>
    public bool PointsBack { get; init; }

    /// <summary>Whether the authority's mail is written by a ticketing system.</summary>
    public bool Ticketing { get; init; }

    public AnswerAddress AnswersTo { get; init; }

    /// <summary>Number of this authority's stray mail (marketing, personal, of another round), if one rides with it.</summary>
    public int? Stray { get; init; }

    /// <summary>Whether the answer counts for the study.</summary>
    public bool IsUsable => Final is FinalState.Full or FinalState.FullNothingDone or FinalState.Partial or FinalState.NotHeld;

    /// <summary>Whether anything like an answer comes.</summary>
    public bool Answers => IsUsable || Final is FinalState.Refused or FinalState.Transferred or FinalState.Unreadable;

    /// <summary>Whether this authority's letter is the one a mail for several answers to (true for a mail of one's own as well).</summary>
    public bool LeadsAnswer => AnsweredTogether.Count == 0 || AnsweredTogether[0] == Authority.Id;
}

/// <param name="First">Working day, 1 being the first after receipt.</param>
/// <param name="Last">Included.</param>
public sealed record DayRange(int First, int Last);
