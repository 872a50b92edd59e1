using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Demo;

/// <summary>What a rehearsal came to: the object that <c>foi demo --json</c> prints.</summary>
internal sealed record DemoReport
{
    public required string Round { get; init; }

    public required int Authorities { get; init; }

    public required DemoLetters Letters { get; init; }

    public required DemoReplies Replies { get; init; }

    public required DemoResponse Response { get; init; }

    /// <summary>Responses handed over to classification.</summary>
    public required int QueuedForClassification { get; init; }

    public required DemoTruth AgainstTruth { get; init; }

    /// <summary>Wall time of this run.</summary>
    public required double Seconds { get; init; }

    /// <summary>The data folder; nothing where it was a temporary one that is gone.</summary>
    public string? Data { get; init; }
}

/// <summary>What a rehearsal came to, with where it leaves the round.</summary>
internal sealed record DemoResult(DemoReport Report, StatusReport Status, IReadOnlyList<TriageItem> Triage, bool InAzure);

/// <param name="Sent">First letters that authorities' mail servers took, one a request.</param>
/// <param name="Bounced">Requests whose first letter came back.</param>
/// <param name="Resent">Letters sent again to a corrected address.</param>
/// <param name="Clarifications">Answers to clarifications that were sent.</param>
/// <param name="SentTwice">Message-IDs the mail server accepted more than once: must be none.</param>
internal sealed record DemoLetters(int Sent, int Bounced, int Resent, int Clarifications, int SentTwice);

/// <param name="Collected">Different mails that came in.</param>
/// <param name="Attributed">Mails credited to a request, by the rules or by the person.</param>
/// <param name="NeedsPerson">Mails a person had, or still has, to look at.</param>
/// <param name="Lost">Mails the simulator delivered and the register does not know: must be none.</param>
internal sealed record DemoReplies(int Collected, int Attributed, int NeedsPerson, int Lost);

/// <param name="Answered">Requests answered in substance, refusals among them.</param>
/// <param name="Usable">Those of them the study can interpret.</param>
/// <param name="Rate">Answered as a share of asked.</param>
internal sealed record DemoResponse(int Answered, int Usable, int Asked, double Rate, double UsableRate);

/// <param name="Misattributed">Mails the rules credited to a request they do not belong to.</param>
/// <param name="KindRight">Mails whose kind the rules judged rightly, before any person looked.</param>
/// <param name="KindAll">Mails whose kind is known to the simulator.</param>
/// <param name="Confused">How often which kind was taken for which: <c>Partial as Full</c>.</param>
/// <param name="Answered">Requests that were answered in substance, as the simulator knows.</param>
/// <param name="Rate">The true response rate.</param>
/// <param name="Differing">Requests of which the register says something else than the truth: <c>SV16-02N: Full, register Partial</c>.</param>
internal sealed record DemoTruth(
    int Misattributed, int KindRight, int KindAll, IReadOnlyDictionary<string, int> Confused, int Answered, int Usable, double Rate, IReadOnlyList<string> Differing);
