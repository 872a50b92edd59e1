using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>What register and memory know of an address or a reference.</summary>
/// <param name="Key">The key that was looked up; nothing when there was nothing to look up.</param>
/// <param name="Registered">The authorities whose FOI address it is.</param>
/// <param name="Learned">The authorities it was seen for in this round.</param>
internal sealed record Acquaintance(string? Key, IReadOnlyList<AuthorityId> Registered, IReadOnlyList<AuthorityId> Learned)
{
    public static Acquaintance Nobody { get; } = new(null, [], []);

    /// <summary>Everybody it may stand for.</summary>
    public IReadOnlyList<AuthorityId> All { get; } = [.. Registered.Concat(Learned).Distinct()];

    /// <summary>The one authority it stands for; nothing when it is nobody's or several bodies'.</summary>
    public AuthorityId? Only => All.Count == 1 ? All[0] : null;

    /// <summary>Whether the register gives it to one other authority, and nothing learned gives it to this one.</summary>
    public bool IsRegisteredToAnother(AuthorityId authority) => Registered.Count == 1 && !All.Contains(authority);

    public bool IsKnownOnlyForOthers(AuthorityId authority) => All.Count > 0 && !All.Contains(authority);
}
