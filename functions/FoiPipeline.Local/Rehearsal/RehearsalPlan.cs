using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>What will become of every letter of a round. The same round and seed give the same plan in every run and on every machine.</summary>
public sealed class RehearsalPlan
{
    private readonly Dictionary<AuthorityId, AuthorityPlan> _byId;

    private RehearsalPlan(Round round, int seed, IReadOnlyList<AuthorityPlan> authorities)
    {
        Round = round;
        Seed = seed;
        Authorities = authorities;
        _byId = authorities.ToDictionary(a => a.Authority.Id);
    }

    public Round Round { get; }

    public int Seed { get; }

    /// <summary>In the order of the register.</summary>
    public IReadOnlyList<AuthorityPlan> Authorities { get; }

    public static RehearsalPlan Make(Round round, int seed) => new(round, seed, new PlanDrafting(round, seed).Make());

    /// <summary>The plan of one authority, or nothing if it is not on the register.</summary>
    public AuthorityPlan? Find(AuthorityId id) => _byId.GetValueOrDefault(id);

    internal Draw DrawFor(string key) => new(Seed, key);
}
