using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// Decides which rung holds. A reply credited to the wrong body is worse than ten that wait for a person: where rungs disagree nothing is
/// attributed.
/// <list type="table">
/// <listheader><term>What is found</term><description>What follows</description></listheader>
/// <item><term>One reply address or one letter answered (token, thread), nothing against it</term><description>attributed</description></item>
/// <item><term>Token and thread of different authorities</term><description>Conflict, nothing</description></item>
/// <item><term>Token or thread of A; the sender's own references name others and not A</term><description>Conflict, nothing</description></item>
/// <item><term>Token or thread of A; own or quoted references name A and others</term><description>A, and SeveralAuthorities</description></item>
/// <item><term>Token, thread or reference of A; own words list A's name together with others' (A, B and C)</term><description>A, and SeveralAuthorities</description></item>
/// <item><term>Token or thread of A; only quoted references, and of others</term><description>Conflict, unless token and thread agree</description></item>
/// <item><term>Token or thread of A; the mail claims to speak for B by its official name, own words never name A</term><description>Conflict, nothing</description></item>
/// <item><term>Token or thread of A; B is named, A nowhere</term><description>A, and NamesAnother; nothing if the sender is B's registered address</description></item>
/// <item><term>Several reply addresses, or several letters answered</term><description>SeveralAuthorities; attributed only where token and thread share one</description></item>
/// <item><term>One reference in subject or own words</term><description>attributed, unless the quoted text names only others, a registered sender is another's, or only others are named by their official names</description></item>
/// <item><term>One reference, from the domain that only another authority uses, A not named</term><description>Conflict, nothing; beside token or thread A, and NamesAnother</description></item>
/// <item><term>Several references in subject or own words, nothing proved</term><description>SeveralAuthorities, nothing</description></item>
/// <item><term>One reference, in quoted text only</term><description>as a reference in own words, and no other may be claimed at all</description></item>
/// <item><term>Several references in quoted text only</term><description>SeveralAuthorities, nothing</description></item>
/// <item><term>Their reference, known for one authority</term><description>attributed if it is particular or sender or name agree; Conflict if the sender is known for others only</description></item>
/// <item><term>Bounce of a letter to an address of one authority</term><description>attributed</description></item>
/// <item><term>Sender known for one authority</term><description>attributed if the mail is no bulk mail, is about the request, names no other body, and a sender who was only learned is confirmed by name or domain</description></item>
/// <item><term>A damaged token, an unknown reference, another round's mark</term><description>never attributes; the weaker rungs hold only where they agree with it</description></item>
/// <item><term>Names, and references inside attachments</term><description>suggestions only</description></item>
/// </list>
/// </summary>
internal sealed class MatchPolicy(AuthorityIndex index)
{
    private readonly WeakRungs _weak = new(index);

    public Verdict Decide(Findings findings)
    {
        if (MatchKeys.Sender(findings.Input.Mail.From?.Address) is { } sender && sender == MatchKeys.Sender(index.Mailbox))
        {
            return Verdict.Nothing(MatchDoubtKind.OurOwnMail, "This mail was sent from our own mailbox, so no authority wrote it.");
        }

        var clues = findings.Clues;
        var answers = clues.Answers.Count > 0 ? clues.Answers : clues.Thread;
        if (clues.Addressed.Count + answers.Count > 0)
        {
            return ByProof(findings, answers);
        }

        var named = clues.Explicit.Count > 0 ? clues.Explicit : clues.Quoted;
        return named.Count switch
        {
            0 => _weak.Decide(findings),
            1 => ByReference(findings, named.First()),
            _ => Verdict.Nothing(
                MatchDoubtKind.SeveralAuthorities, $"It carries references to several requests ({List(named)}), and nothing proves which of them it answers."),
        };
    }

    private Verdict ByProof(Findings findings, HashSet<AuthorityId> answers)
    {
        var addressed = findings.Clues.Addressed;
        var candidates = addressed.Count == 0 ? answers : answers.Count == 0 ? addressed : [.. addressed.Intersect(answers)];
        return candidates.Count switch
        {
            1 => Proved(findings, candidates.First(), isTwice: addressed.Count > 0 && answers.Count > 0),
            0 => Verdict.Nothing(
                MatchDoubtKind.Conflict, $"It was sent to the reply address of {List(addressed)}, but it answers our letter to {List(answers)}."),
            _ => Verdict.Nothing(MatchDoubtKind.SeveralAuthorities, $"It answers the letters to several authorities: {List(candidates)}."),
        };
    }

    private Verdict Proved(Findings findings, AuthorityId authority, bool isTwice)
    {
        var clues = findings.Clues;
        var others = clues.Explicit.Concat(clues.Quoted).Concat(clues.Addressed).Concat(clues.Answers).Concat(clues.Thread)
            .Where(id => id != authority).Distinct().ToList();
        var contradicted = clues.Explicit.Count > 0 ? !clues.Explicit.Contains(authority)
            : clues.Quoted.Count > 0 && !clues.Quoted.Contains(authority) && !isTwice;
        if (contradicted)
        {
            return Conflict($"Reply address or thread belong to {Name(authority)}, but it gives the reference of {List(others)}.");
        }

        if (!clues.Addressed.Contains(authority) && IsDamagedElsewhere(clues, authority))
        {
            return Conflict($"It answers our letter to {Name(authority)}, but the damaged reply address it was sent to looks like that of another authority.");
        }

        if (Correspondence.IsBounce(findings.Input.Mail))
        {
            return Verdict.Of(authority, RungOfProof(clues, authority));
        }

        return WithNames(findings, authority, Verdict.Of(authority, RungOfProof(clues, authority)), others);
    }

    private Verdict WithNames(Findings findings, AuthorityId authority, Verdict verdict, List<AuthorityId> others)
    {
        var names = findings.Names;
        var claimed = names.OthersClaimed(authority).ToList();
        if (claimed.Count > 0 && !names.NamesInOwnWords(authority))
        {
            return Conflict($"It belongs to the request to {Name(authority)} by address or thread, but speaks for '{claimed[0].Words}'.");
        }

        claimed = [.. claimed.Concat(names.OthersListedWith(authority))];
        if (others.Count > 0 || claimed.Count > 0)
        {
            var also = others.Count > 0 ? List(others) : List(claimed.SelectMany(c => c.Authorities).Distinct());
            return verdict.But(MatchDoubtKind.SeveralAuthorities, $"It answers the request to {Name(authority)}, and perhaps that to {also} too.");
        }

        if (findings.Clues.Unknown is [var unknown, ..] && !unknown.Nearest.Contains(authority))
        {
            return verdict.But(MatchDoubtKind.UnknownReference, $"It gives the reference '{unknown.Words}', which belongs to nobody on the register.");
        }

        if (names.Names(authority))
        {
            return verdict;
        }

        if (names.Others(authority).FirstOrDefault() is not { } other)
        {
            return index.OwnerOfDomain(findings.Input.Mail.From?.Address) is { } owner && owner != authority
                ? verdict.But(MatchDoubtKind.NamesAnother, $"It belongs to the request to {Name(authority)} by address or thread, but comes from the domain of {Name(owner)}.")
                : verdict;
        }

        return findings.Sender.Registered.Count == 1 && other.Authorities.Contains(findings.Sender.Registered[0])
            ? Conflict($"It belongs to the request to {Name(authority)} by address or thread, but comes from and names '{other.Words}'.")
            : verdict.But(MatchDoubtKind.NamesAnother, $"It belongs to the request to {Name(authority)}, but names only '{other.Words}'.");
    }

    private Verdict ByReference(Findings findings, AuthorityId authority)
    {
        var clues = findings.Clues;
        var isExplicit = clues.Explicit.Count > 0;
        if (clues.Foreign.Count > 0)
        {
            return Verdict.Nothing(
                MatchDoubtKind.ForeignRound, $"It gives the reference of {Name(authority)}, but also the mark '{clues.Foreign[0].Words}' of another round.");
        }

        if (isExplicit && clues.Quoted.Count > 0 && !clues.Quoted.Contains(authority))
        {
            return Conflict($"It gives the reference of {Name(authority)}, but quotes the letter to {List(clues.Quoted)}.");
        }

        if (IsDamagedElsewhere(clues, authority) || clues.Unknown.Exists(u => !u.Nearest.Contains(authority)))
        {
            return Conflict($"It gives the reference of {Name(authority)}, but also one that is damaged or not on the register.");
        }

        if (findings.Unreached.IsRegisteredToAnother(authority))
        {
            return Conflict($"It gives the reference of {Name(authority)}, but reports on a letter to the address of {List(findings.Unreached.Registered)}.");
        }

        var verdict = Verdict.Of(authority, clues.RungFor(authority, isExplicit ? IsExplicit : IsQuoted));
        return Correspondence.IsBounce(findings.Input.Mail) ? verdict : Checked(findings, authority, verdict, isExplicit);
    }

    /// <summary>A reference is as good as the person who typed or kept it: names and sender may speak against it.</summary>
    private Verdict Checked(Findings findings, AuthorityId authority, Verdict verdict, bool isExplicit)
    {
        var names = findings.Names;
        var isNamed = names.Names(authority);
        var isFromIt = findings.Sender.Only == authority;
        if (!isNamed && findings.Sender.IsRegisteredToAnother(authority))
        {
            return Conflict($"It gives the reference of {Name(authority)}, but comes from the address of {List(findings.Sender.Registered)}.");
        }

        if (!isNamed && index.OwnerOfDomain(findings.Input.Mail.From?.Address) is { } owner && owner != authority)
        {
            return Conflict($"It gives the reference of {Name(authority)}, but comes from the domain of {Name(owner)}.");
        }

        var claimed = names.OthersClaimed(authority).FirstOrDefault();
        if (claimed is not null && (!isExplicit || !names.NamesInOwnWords(authority)))
        {
            return Conflict($"It gives the reference of {Name(authority)}, but speaks for '{claimed.Words}'.");
        }

        var other = names.Others(authority).FirstOrDefault();
        if (other is not null && !isNamed && !isFromIt)
        {
            return Conflict($"It gives the reference of {Name(authority)}, but names only '{other.Words}'.");
        }

        claimed ??= names.OthersListedWith(authority).FirstOrDefault();
        var others = findings.Clues.Quoted.Where(id => id != authority).ToList();
        if (others.Count > 0 || claimed is not null)
        {
            var also = others.Count > 0 ? List(others) : $"'{claimed!.Words}'";
            return verdict.But(MatchDoubtKind.SeveralAuthorities, $"It answers the request to {Name(authority)}, and perhaps that to {also} too.");
        }

        return other is not null && !isNamed
            ? verdict.But(MatchDoubtKind.NamesAnother, $"It gives the reference of {Name(authority)}, but names only '{other.Words}'.")
            : verdict;
    }

    private static bool IsDamagedElsewhere(Clues clues, AuthorityId authority) =>
        clues.Damaged.Exists(d => d.Nearest.Count > 0 && !d.Nearest.Contains(authority));

    private static MatchRung RungOfProof(Clues clues, AuthorityId authority) =>
        clues.RungFor(authority, p => p is Place.Address or Place.InReplyTo or Place.References or Place.Report);

    private static bool IsExplicit(Place place) => place is Place.Subject or Place.OwnWords;

    private static bool IsQuoted(Place place) => place is Place.Quoted or Place.Signature;

    private static Verdict Conflict(string sentence) => Verdict.Nothing(MatchDoubtKind.Conflict, sentence);

    private string Name(AuthorityId id) => index.Describe(id);

    private string List(IEnumerable<AuthorityId> ids) => index.List(ids);
}
