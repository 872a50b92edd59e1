using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// Says which requests a mail answers, on which rung, with the words that show it: reply-address token, thread, our reference in subject and body,
/// the authority's own reference, the bounced recipient, the known sender. Names and domains never attribute. The policy is written down at
/// <see cref="MatchPolicy"/>. The same mail with the same memory gives the same finding; content of any kind throws nothing. Cost grows with
/// the mail and not with the register.
/// </summary>
/// <param name="index">The frozen register.</param>
/// <param name="memory">What was learned in the round.</param>
public sealed class MatchLadder(AuthorityIndex index, IMatchMemory memory)
{
    private readonly ClueCollector _collector = new(index);
    private readonly MatchPolicy _policy = new(index);

    /// <summary>Reads the memory at most a few times, by key; a failure of its store is let through.</summary>
    public async Task<MatchFinding> MatchAsync(MatchInput input, CancellationToken cancel)
    {
        var signature = NamesInMail.SignatureOf(input);
        var findings = new Findings
        {
            Input = input,
            Clues = _collector.Collect(input, signature),
            Names = NamesInMail.Read(index, input, signature),
            Sender = await WhoWritesFromAsync(input.Mail.From?.Address, cancel),
            TheirReference = await WhoUsesAsync(input.TheirReference, cancel),
            Unreached = await WhoWasNotReachedAsync(input, cancel),
        };
        var verdict = _policy.Decide(findings);
        return new MatchFinding
        {
            Attributed = verdict.Attributed is { } authority ? [authority] : [],
            Rung = verdict.Rung,
            Evidence = Evidence(findings),
            Suggestions = new Suggester(index, _collector).Suggest(findings, verdict.Attributed),
            Doubt = verdict.Doubt,
        };
    }

    private async Task<Acquaintance> WhoWritesFromAsync(string? address, CancellationToken cancel) =>
        MatchKeys.Sender(address) is { } key
            ? new Acquaintance(key, index.ByAddress(key), OnRegister(await memory.BySenderAsync(key, cancel)))
            : Acquaintance.Nobody;

    private async Task<Acquaintance> WhoUsesAsync(string? reference, CancellationToken cancel) =>
        MatchKeys.TheirReference(reference) is { } key
            ? new Acquaintance(key, [], OnRegister(await memory.ByTheirReferenceAsync(key, cancel)))
            : Acquaintance.Nobody;

    private async Task<Acquaintance> WhoWasNotReachedAsync(MatchInput input, CancellationToken cancel)
    {
        if (!Correspondence.IsBounce(input.Mail))
        {
            return Acquaintance.Nobody;
        }

        var all = Acquaintance.Nobody;
        foreach (var address in Correspondence.Unreached(input).Where(a => a != MatchKeys.Sender(index.Mailbox)))
        {
            var one = new Acquaintance(address, index.ByAddress(address), OnRegister(await memory.BySenderAsync(address, cancel)));
            all = new Acquaintance(all.Key ?? one.Key, [.. all.Registered.Union(one.Registered)], [.. all.Learned.Union(one.Learned)]);
        }

        return all;
    }

    private List<AuthorityId> OnRegister(IReadOnlyList<AuthorityId> learned) => [.. learned.Where(index.Contains)];

    private static IReadOnlyList<MatchEvidence> Evidence(Findings findings)
    {
        var weak = Known(findings.TheirReference, MatchRung.TheirReference, "body")
            .Concat(Known(findings.Unreached, MatchRung.BouncedRecipient, "delivery report"))
            .Concat(Known(findings.Sender, MatchRung.KnownSender, "sender"))
            .Concat(Named(findings.Names.Own, "body"))
            .Concat(Named(findings.Names.Signature, "signature"));
        return [.. findings.Clues.Evidence.OrderBy(e => e.Rung).Concat(weak).Take(MatchFinding.MostEvidence)];
    }

    private static IEnumerable<MatchEvidence> Known(Acquaintance known, MatchRung rung, string where) =>
        known.All.Take(MatchFinding.MostSuggestions).Select(id => new MatchEvidence(rung, where, known.Key!, id));

    private static IEnumerable<MatchEvidence> Named(IReadOnlyList<NameHit> hits, string where) =>
        hits.Where(h => h.Strength == NameStrength.Strong).SelectMany(h => h.Authorities.Select(id => (h.Words, Id: id))).DistinctBy(n => n.Id)
            .Select(n => new MatchEvidence(MatchRung.Name, where, Clues.Cut(n.Words), n.Id));
}
