using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>Whom a person should consider, likeliest first: each authority once, with its best reason.</summary>
internal sealed class Suggester(AuthorityIndex index, ClueCollector collector)
{
    public IReadOnlyList<MatchSuggestion> Suggest(Findings findings, AuthorityId? attributed)
    {
        var seen = new HashSet<AuthorityId>();
        if (attributed is { } done)
        {
            seen.Add(done);
        }

        return [.. All(findings).Where(s => seen.Add(s.Authority)).Take(MatchFinding.MostSuggestions)];
    }

    private IEnumerable<MatchSuggestion> All(Findings findings)
    {
        var clues = findings.Clues;
        var marks = clues.Evidence.Where(e => e.Authority is not null).OrderBy(e => e.Where == Clues.Where(Place.Quoted)).ThenBy(e => e.Rung)
            .Select(e => new MatchSuggestion(e.Authority!.Value, $"is named by our {Label(e.Rung)} ({e.Where})", e.Words));
        var damaged = clues.Damaged.SelectMany(d => d.Nearest.Select(id => new MatchSuggestion(id, "has the reply address that differs by one slip", d.Words)));
        var unknown = clues.Unknown.SelectMany(u => u.Nearest.Select(id => new MatchSuggestion(id, "has the reference that looks like this one", u.Words)));
        return marks.Concat(damaged).Concat(unknown)
            .Concat(Known(findings.Unreached, "has the address the letter did not reach"))
            .Concat(Known(findings.TheirReference, "has used this reference of its own before"))
            .Concat(Named(findings.Names.Own, NameStrength.Strong, "is named in the text"))
            .Concat(Known(findings.Sender, "has written from this address, or has it on the register"))
            .Concat(Named(findings.Names.Signature, NameStrength.Medium, "is named in the signature or by the sender"))
            .Concat(InAttachments(findings.Input))
            .Concat(Named(findings.Names.Own, NameStrength.Weak, "may be meant by the text"))
            .Concat(Named(findings.Names.Signature, NameStrength.Weak, "may be meant by the signature"));
    }

    private IEnumerable<MatchSuggestion> InAttachments(MatchInput input)
    {
        foreach (var (mark, where) in collector.InAttachments(input))
        {
            yield return new MatchSuggestion(mark.Authority!.Value, $"is named by our reference in the attachment {where}", mark.Words);
        }

        foreach (var attachment in input.Attachments)
        {
            foreach (var named in Named(NamesInMail.Find(index, attachment.Text), NameStrength.Medium, $"is named in the attachment {attachment.Name}"))
            {
                yield return named;
            }
        }
    }

    private static IEnumerable<MatchSuggestion> Known(Acquaintance known, string why) => known.All.Select(id => new MatchSuggestion(id, why, known.Key ?? ""));

    private static IEnumerable<MatchSuggestion> Named(IReadOnlyList<NameHit> hits, NameStrength atLeast, string why) =>
        hits.Where(h => h.Strength >= atLeast).OrderByDescending(h => h.Claims)
            .SelectMany(h => h.Authorities.Select(id => new MatchSuggestion(id, why, Clues.Cut(h.Words))));

    private static string Label(MatchRung rung) => rung switch
    {
        MatchRung.Token => "reply address",
        MatchRung.Thread => "letter it answers",
        _ => "reference",
    };
}
