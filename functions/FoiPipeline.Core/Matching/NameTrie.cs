using System.Runtime.InteropServices;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>What a path of words stands for.</summary>
internal sealed class NameEntry
{
    /// <summary>More bodies than this under one name tell nothing about any of them.</summary>
    private const int MostSharers = 16;

    private readonly List<AuthorityId> _authorities = [];

    public IReadOnlyList<AuthorityId> Authorities => _authorities;

    /// <summary>Whether the path carries the kind of body, or is a name that needs none.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether an authority's own official name is this path; then a neighbour's successor or alias of the same name is left aside.</summary>
    public bool IsOfficial { get; set; }

    public void Add(AuthorityId authority)
    {
        if (_authorities.Count < MostSharers && !_authorities.Contains(authority))
        {
            _authorities.Add(authority);
        }
    }
}

/// <summary>Names as paths of words. A step is one look-up by hash, so its cost does not depend on how many names there are.</summary>
internal sealed class NameTrie
{
    private readonly Dictionary<long, int> _steps = [];
    private readonly Dictionary<int, NameEntry> _ends = [];
    private int _nodes = 1;

    /// <summary>The entry at the end of a path, made if there is none.</summary>
    public NameEntry At(ReadOnlySpan<int> path)
    {
        var node = 0;
        foreach (var word in path)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Step(node, word), out var known);
            node = known ? next : next = _nodes++;
        }

        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_ends, node, out _);
        return entry ??= new NameEntry();
    }

    /// <summary>The longest path that starts at a word; its length in words, 0 for none.</summary>
    public int Longest(ReadOnlySpan<NameWord> words, out NameEntry? entry, ref int steps)
    {
        entry = null;
        var longest = 0;
        var node = 0;
        for (var i = 0; i < words.Length && words[i].Id >= 0 && (i == 0 || !words[i].Breaks); i++)
        {
            steps++;
            if (!_steps.TryGetValue(Step(node, words[i].Id), out node))
            {
                break;
            }

            if (_ends.TryGetValue(node, out var found))
            {
                (entry, longest) = (found, i + 1);
            }
        }

        return longest;
    }

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;
}
