using FoiPipeline.Core.Requests;

namespace FoiPipeline.Core.Reporting;

/// <summary>Where a round stands: every axis counted, each figure with its denominator.</summary>
public sealed record StatusReport
{
    public required string Round { get; init; }

    public required string Prefix { get; init; }

    /// <summary>London day the report is true for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Authorities on the frozen register: the denominator.</summary>
    public required int Asked { get; init; }

    public required ResponseRate Response { get; init; }

    public required IReadOnlyDictionary<Delivery, int> Delivery { get; init; }

    public required IReadOnlyDictionary<Correspondence, int> Correspondence { get; init; }

    public required IReadOnlyDictionary<Turn, int> Turn { get; init; }

    public required IReadOnlyDictionary<ClockRun, int> Clock { get; init; }

    public required IReadOnlyDictionary<Outcome, int> Outcome { get; init; }

    /// <summary>Requests whose statutory time is over without an answer, most days late first.</summary>
    public required IReadOnlyList<DueRequest> Late { get; init; }

    /// <summary>Requests due next, soonest first.</summary>
    public required IReadOnlyList<DueRequest> NextDeadlines { get; init; }

    public required int Held { get; init; }

    /// <summary>Responses handed over to classification.</summary>
    public required int QueuedForClassification { get; init; }

    /// <summary>Items on the triage list.</summary>
    public required int NeedsPerson { get; init; }

    /// <summary>The attribute the groups are of; nothing when not asked for.</summary>
    public string? By { get; init; }

    public IReadOnlyList<GroupStatus> Groups { get; init; } = [];
}

/// <summary>n of N. <paramref name="Answered"/> counts answers in substance, refusals among them; <paramref name="Usable"/> those the study can interpret.</summary>
public sealed record ResponseRate(int Answered, int Usable, int Asked)
{
    /// <summary>Answered as a share of asked, 0 to 1.</summary>
    public double Rate => Asked == 0 ? 0 : (double)Answered / Asked;

    public double UsableRate => Asked == 0 ? 0 : (double)Usable / Asked;
}

/// <param name="Strict">Due date as the ICO counts.</param>
/// <param name="Lenient">Due date as some authorities count.</param>
/// <param name="DaysLate">Working days since the strict due date; 0 when not late.</param>
public sealed record DueRequest(string Reference, string Authority, DateOnly Strict, DateOnly Lenient, int DaysLate);

public sealed record GroupStatus(string Name, ResponseRate Response, int Late);
