using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>Which authorities a mail names, and how: in the sender's own words (with the subject), or only in signature and display name.</summary>
internal sealed class NamesInMail
{
    /// <summary>Names are looked for in so many characters of each text: letters are short, policies pasted whole are not.</summary>
    private const int MostText = 100_000;

    private NamesInMail(IReadOnlyList<NameHit> own, IReadOnlyList<NameHit> signature) => (Own, Signature) = (own, signature);

    public IReadOnlyList<NameHit> Own { get; }

    public IReadOnlyList<NameHit> Signature { get; }

    public static NamesInMail Read(AuthorityIndex index, MatchInput input, string signature)
    {
        // The subject is a text of its own: its lists are numbered apart from those of the body.
        var own = Find(index, input.Mail.Subject).Select(h => h with { List = -h.List }).Concat(Find(index, input.OwnWords));
        var beside = Find(index, signature).Concat(Find(index, input.Mail.From?.Name ?? ""));
        return new NamesInMail([.. own], [.. beside]);
    }

    public static IReadOnlyList<NameHit> Find(AuthorityIndex index, string text) =>
        index.FindNames(text.Length > MostText ? text[..MostText] : text).Hits;

    /// <summary>Whether the mail names an authority anywhere, fully or by 'NHS' and its place.</summary>
    public bool Names(AuthorityId authority) => NamesInOwnWords(authority) || Signature.Any(h => Is(h, authority));

    public bool NamesInOwnWords(AuthorityId authority) => Own.Any(h => Is(h, authority));

    /// <summary>Official names of others, wherever they stand. A name it shares with the authority is none of others.</summary>
    public IEnumerable<NameHit> Others(AuthorityId authority) =>
        Own.Concat(Signature).Where(h => h.Strength == NameStrength.Strong && !h.Authorities.Contains(authority));

    /// <summary>Official names of others for which the mail claims to speak.</summary>
    public IEnumerable<NameHit> OthersClaimed(AuthorityId authority) =>
        Own.Where(h => h.Claims && h.Strength == NameStrength.Strong && !h.Authorities.Contains(authority));

    /// <summary>Official names of others that stand in one list with the authority's: 'NHS Ashford CCG, NHS Swale CCG and NHS Thanet CCG'.</summary>
    public IEnumerable<NameHit> OthersListedWith(AuthorityId authority)
    {
        var lists = Own.Where(h => Is(h, authority)).Select(h => h.List).ToHashSet();
        return Own.Where(h => lists.Contains(h.List) && h.Strength == NameStrength.Strong && !h.Authorities.Contains(authority));
    }

    /// <summary>The lines of a body that are neither own words nor quoted: signature and disclaimer.</summary>
    public static string SignatureOf(MatchInput input)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { input.OwnWords, input.Quoted })
        {
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                known.Add(Bare(line));
            }
        }

        var lines = new List<string>();
        foreach (var line in input.Mail.Body.AsSpan().EnumerateLines())
        {
            var bare = Bare(line);
            if (bare.Length > 0 && !known.Contains(bare))
            {
                lines.Add(line.ToString());
            }
        }

        return string.Join('\n', lines);
    }

    private static string Bare(ReadOnlySpan<char> line) => line.Trim(" \t\r>|").ToString();

    private static bool Is(NameHit hit, AuthorityId authority) => hit.Strength > NameStrength.Weak && hit.Authorities.Contains(authority);
}
