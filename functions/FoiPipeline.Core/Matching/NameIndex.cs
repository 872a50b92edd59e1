using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// The names of a register, ready to be found in texts: leftmost and longest first, so that 'West London' inside 'South West London STP' is no hit.
/// Built from each authority's name, <c>short_name</c>, <c>also_known_as</c> (separated by ';') and <c>successor</c>. A value that several
/// authorities share in any other column (an STP, a region, a support unit) is the name of a group and hides the names inside it.
/// </summary>
internal sealed class NameIndex
{
    private static readonly string[] KindsOfBody =
        ["ccg", "nhs", "foundation", "trust", "council", "borough", "city", "county", "district", "metropolitan", "icb", "integrated", "care", "board", "authority"];

    /// <summary>Kinds of body that end a name; the words above count as kind only before one of these.</summary>
    private static readonly string[] LastWords = ["ccg", "trust", "council", "icb", "board", "authority"];

    private readonly NameWords _words = new();
    private readonly NameTrie _trie = new();
    private readonly HashSet<int> _kinds;
    private readonly HashSet<int> _lastWords;
    private readonly NameFinder _finder;

    public NameIndex(IReadOnlyList<Authority> authorities)
    {
        _kinds = [.. KindsOfBody.Select(_words.Learn)];
        _lastWords = [.. LastWords.Select(_words.Learn)];
        foreach (var authority in authorities)
        {
            Add(authority.Id, Path(authority.Name), [], isOfficial: true);
        }

        foreach (var authority in authorities)
        {
            AddOtherNames(authority);
        }

        AddGroups(authorities);
        _finder = new NameFinder(_words, _trie);
    }

    public NameScan Find(ReadOnlySpan<char> text) => _finder.Find(text);

    private void AddOtherNames(Authority authority)
    {
        var kind = KindOf(Path(authority.Name));
        var bare = WithoutBrackets(authority.Name);
        var others = new[] { bare, authority.Attribute("short_name"), authority.Attribute("successor") }
            .Concat((authority.Attribute("also_known_as") ?? "").Split(';'));
        foreach (var name in others.Where(n => !string.IsNullOrWhiteSpace(n)))
        {
            Add(authority.Id, Path(name!), kind, isOfficial: false);
            Add(authority.Id, Path(WithoutBrackets(name!)), kind, isOfficial: false);
        }
    }

    /// <summary>Adds the place alone and the place with its kind of body; an alias without a kind takes that of the official name.</summary>
    private void Add(AuthorityId id, int[] path, int[] kindOfOwner, bool isOfficial)
    {
        var kind = KindOf(path);
        var place = path[..^kind.Length];
        if (place.Length == 0)
        {
            return;
        }

        if (kind.Length == 0)
        {
            kind = kindOfOwner;
        }

        Put([.. place, .. kind], id, isFull: kind.Length > 0 || (isOfficial && place.Length > 1), isOfficial);
        Put(place, id, isFull: false, isOfficial);
    }

    private void Put(ReadOnlySpan<int> path, AuthorityId id, bool isFull, bool isOfficial)
    {
        var entry = _trie.At(path);
        if (isOfficial || !entry.IsOfficial)
        {
            entry.Add(id);
            entry.IsFull |= isFull;
            entry.IsOfficial |= isOfficial;
        }
    }

    /// <summary>The words of a name without 'NHS' or 'The' before it.</summary>
    private int[] Path(string name)
    {
        var words = _words.Read(name, learn: true).Select(w => w.Id).ToArray();
        var skip = 0;
        while (skip < words.Length - 1 && (words[skip] == _words.Learn("nhs") || words[skip] == _words.Learn("the")))
        {
            skip++;
        }

        return words[skip..];
    }

    private int[] KindOf(int[] path)
    {
        var start = path.Length;
        if (start > 0 && _lastWords.Contains(path[^1]))
        {
            while (start > 1 && _kinds.Contains(path[start - 1]))
            {
                start--;
            }
        }

        return path[start..];
    }

    private void AddGroups(IReadOnlyList<Authority> authorities)
    {
        var own = new HashSet<string>(StringComparer.Ordinal) { "short_name", "successor", "also_known_as" };
        var seen = new HashSet<(string, string)>();
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in authorities.SelectMany(a => a.Attributes).Where(a => a.Value.Length is > 5 and < 100 && !own.Contains(a.Key)))
        {
            if (!seen.Add((attribute.Key, attribute.Value)) && groups.Add(attribute.Value))
            {
                AddGroup(Path(attribute.Value));
            }
        }
    }

    /// <summary>A path with no authority at its end: it is found, being longest, and stands for nobody.</summary>
    private void AddGroup(int[] path)
    {
        var bare = path.Length > 0 && path[^1] == _words.Learn("stp") ? path[..^1] : path;
        if (bare.Length > 1)
        {
            _trie.At(path);
            _trie.At(bare);
        }
    }

    private static string WithoutBrackets(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = name.IndexOf(')', StringComparison.Ordinal);
        return open > 0 && close > open ? $"{name[..open]} {name[(close + 1)..]}" : name;
    }
}
