using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>The rungs below our own marks: their reference, the recipient of a bounced letter, the sender.</summary>
internal sealed class WeakRungs(AuthorityIndex index)
{
    public Verdict Decide(Findings findings)
    {
        var verdict = Climb(findings);
        return verdict.Attributed is { } authority ? AgainstTheMarks(findings.Clues, authority) ?? verdict : Because(findings.Clues, verdict);
    }

    private Verdict Climb(Findings findings)
    {
        if (Correspondence.IsBounce(findings.Input.Mail))
        {
            return findings.Unreached.Only is { } unreached
                ? Verdict.Of(unreached, MatchRung.BouncedRecipient)
                : Unattributed("It reports that a letter was not delivered, but not clearly which.");
        }

        if (Correspondence.IsBulk(findings.Input))
        {
            return Unattributed("It is a newsletter or other bulk mail and carries none of our marks.");
        }

        return findings.TheirReference.Only is { } byReference ? ByTheirReference(findings, byReference)
            : findings.Sender.Only is { } sender ? BySender(findings, sender)
            : findings.Sender.All.Count > 1 ? Unattributed($"It comes from an address that writes for several authorities: {index.List(findings.Sender.All)}.")
            : Unattributed("Neither address, thread, reference nor sender says which request it answers.");
    }

    private Verdict ByTheirReference(Findings findings, AuthorityId authority)
    {
        var names = findings.Names;
        if (findings.Sender.IsKnownOnlyForOthers(authority))
        {
            return Verdict.Nothing(
                MatchDoubtKind.Conflict,
                $"Its own reference was seen from {index.Describe(authority)}, but its sender writes for {index.List(findings.Sender.All)}.");
        }

        if (names.OthersClaimed(authority).Any() || (names.Others(authority).Any() && !names.Names(authority)))
        {
            return Verdict.Nothing(
                MatchDoubtKind.Conflict, $"Its own reference was seen from {index.Describe(authority)}, but it names '{names.Others(authority).First().Words}'.");
        }

        return MatchKeys.IsParticular(findings.TheirReference.Key!) || findings.Sender.All.Contains(authority) || names.Names(authority)
            ? Verdict.Of(authority, MatchRung.TheirReference)
            : Unattributed($"Its own reference was seen from {index.Describe(authority)}, but any authority may use the like, and nothing confirms it.");
    }

    private Verdict BySender(Findings findings, AuthorityId authority)
    {
        if (findings.TheirReference.IsKnownOnlyForOthers(authority))
        {
            return Verdict.Nothing(
                MatchDoubtKind.Conflict,
                $"Its sender writes for {index.Describe(authority)}, but its own reference was seen from {index.List(findings.TheirReference.All)}.");
        }

        if (findings.Names.Others(authority).FirstOrDefault() is { } other)
        {
            return Verdict.Nothing(MatchDoubtKind.Conflict, $"Its sender writes for {index.Describe(authority)}, but it names '{other.Words}'.");
        }

        if (!Correspondence.IsAboutTheRequest(index, findings.Input))
        {
            return Unattributed($"Its sender writes for {index.Describe(authority)}, but it does not seem to be about our request.");
        }

        return findings.Sender.Registered.Contains(authority) || findings.Names.Names(authority)
            || index.OwnsDomainOf(findings.Sender.Key!, authority)
            ? Verdict.Of(authority, MatchRung.KnownSender)
            : Unattributed($"Its sender wrote for {index.Describe(authority)} before, but may write for others, and nothing confirms it.");
    }

    /// <summary>Damaged, unknown and foreign marks speak against a weak rung that does not agree with them.</summary>
    private static Verdict? AgainstTheMarks(Clues clues, AuthorityId authority)
    {
        var agrees = clues.Foreign.Count == 0
            && clues.Damaged.TrueForAll(d => d.Nearest.Contains(authority))
            && clues.Unknown.TrueForAll(u => u.Nearest.Contains(authority));
        return agrees ? null : Because(clues, Unattributed(""));
    }

    private static Verdict Because(Clues clues, Verdict otherwise)
    {
        if (clues.Foreign is [var foreign, ..])
        {
            return Verdict.Nothing(
                MatchDoubtKind.ForeignRound, $"Its mark '{foreign.Words}' belongs to another round, or to an authority that is not on this register.");
        }

        if (clues.Damaged is [var damaged, ..])
        {
            return Verdict.Nothing(MatchDoubtKind.DamagedToken, $"The token of its reply address '{Clues.Cut(damaged.Words)}' has a slip.");
        }

        return clues.Unknown is [var unknown, ..]
            ? Verdict.Nothing(MatchDoubtKind.UnknownReference, $"It gives the reference '{unknown.Words}', which belongs to nobody on the register.")
            : otherwise;
    }

    private static Verdict Unattributed(string sentence) => Verdict.Nothing(MatchDoubtKind.Unattributed, sentence);
}
