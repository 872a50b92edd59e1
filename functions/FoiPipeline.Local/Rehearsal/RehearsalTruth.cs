using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>What the simulator knows to be true at one moment, for an honest comparison with the pipeline's register.</summary>
public sealed record RehearsalTruth
{
    public required IReadOnlyDictionary<AuthorityId, RequestTruth> Requests { get; init; }

    /// <summary>Every Message-ID accepted for delivery, and how often: more than once is a letter sent twice.</summary>
    public required IReadOnlyDictionary<string, int> Acceptances { get; init; }

    /// <summary>Mails by the hash of their bytes. The user's own files are not among them.</summary>
    public required IReadOnlyDictionary<string, MailTruth> Mails { get; init; }

    /// <summary>Deliveries to the mailbox, repeated bytes and the user's own files included.</summary>
    public required int Delivered { get; init; }

    /// <summary>Of <see cref="Delivered"/>, the user's own files, of which nothing is known.</summary>
    public required int UsersFiles { get; init; }

    public int Asked => Requests.Count;

    /// <summary>Requests whose usable answer has been delivered: the numerator of the response rate once triage is settled.</summary>
    public int Answered => Requests.Values.Count(r => r.IsAnswered);

    public IEnumerable<string> LettersSentTwice => Acceptances.Where(a => a.Value > 1).Select(a => a.Key);
}

/// <param name="Authority">Whose request.</param>
/// <param name="Final">How the plan ends.</param>
/// <param name="IsAnswered">Whether a usable answer has been delivered by now.</param>
/// <param name="Outcomes">Outcomes that are no mistake, the exact one first; none while nothing that decides has been delivered.</param>
/// <param name="LettersAccepted">Acceptances of letters of this request.</param>
public sealed record RequestTruth(AuthorityId Authority, FinalState Final, bool IsAnswered, IReadOnlyList<ReplyKind> Outcomes, int LettersAccepted);
