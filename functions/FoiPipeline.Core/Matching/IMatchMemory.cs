using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// What was learned in this round about who writes from where and under which reference. Only attributions that are certain, or that a person
/// confirmed, are learned. Keys are those of <see cref="MatchKeys"/>; a look-up is one read by key.
/// </summary>
public interface IMatchMemory
{
    /// <summary>The authorities that were seen to use this reference of their own. Empty when none was.</summary>
    /// <param name="reference">A key made by <see cref="MatchKeys.TheirReference"/>.</param>
    Task<IReadOnlyList<AuthorityId>> ByTheirReferenceAsync(string reference, CancellationToken cancel);

    /// <summary>The authorities this address was seen to write for, or letters were sent to at this address. Empty when there is none.</summary>
    /// <param name="address">A key made by <see cref="MatchKeys.Sender"/>.</param>
    Task<IReadOnlyList<AuthorityId>> BySenderAsync(string address, CancellationToken cancel);
}
