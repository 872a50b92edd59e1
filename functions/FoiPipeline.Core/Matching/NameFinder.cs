namespace FoiPipeline.Core.Matching;

/// <summary>
/// Finds names in a text and weighs them by the words beside them: 'NHS' before, the kind of body after, 'north' or 'hospital' where they spoil
/// the match, 'on behalf of' where they claim the mail.
/// </summary>
internal sealed class NameFinder
{
    private static readonly string[] Directions =
        ["north", "south", "east", "west", "central", "mid", "greater", "inner", "outer", "upper", "lower"];

    /// <summary>Words after a place that make it another kind of body or a larger place.</summary>
    private static readonly string[] OtherBodies =
    [
        "north", "south", "east", "west", "hospital", "hospitals", "trust", "foundation", "council", "borough", "university", "stp", "sustainability",
        "area", "partnership", "community", "teaching", "mental", "primary", "pct", "district", "county", "city", "acute", "ambulance",
        "healthwatch", "police", "fire", "road", "street", "house", "icb", "ics", "college", "school", "healthcare", "health",
    ];

    private readonly NameWords _words;
    private readonly NameTrie _trie;
    private readonly HashSet<int> _directions;
    private readonly HashSet<int> _otherBodies;
    private readonly NameClaims _claims;
    private readonly int _nhs;
    private readonly int _the;

    public NameFinder(NameWords words, NameTrie trie)
    {
        (_words, _trie) = (words, trie);
        _directions = [.. Directions.Select(words.Learn)];
        _otherBodies = [.. OtherBodies.Select(words.Learn)];
        _claims = new NameClaims(words);
        (_nhs, _the) = (words.Learn("nhs"), words.Learn("the"));
    }

    public NameScan Find(ReadOnlySpan<char> text)
    {
        var words = _words.Read(text);
        var steps = 0;
        var places = FindPlaces(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), ref steps);
        SpreadOverLists(words, places);
        var hits = new List<NameHit>(places.Count);
        var list = 0;
        for (var i = 0; i < places.Count; i++)
        {
            list += i > 0 && IsNextInList(words, places[i - 1], places[i]) ? 0 : 1;
            if (places[i] is { Strength: { } strength } place)
            {
                var from = words[place.First].Start;
                hits.Add(new NameHit(place.Entry.Authorities, strength, place.Claims, list, text[from..words[place.Last].End].ToString()));
            }
        }

        return new NameScan(hits, steps);
    }

    private List<Place> FindPlaces(ReadOnlySpan<NameWord> words, ref int steps)
    {
        var places = new List<Place>();
        var free = 0;
        for (var at = 0; at < words.Length;)
        {
            var length = _trie.Longest(words[at..], out var entry, ref steps);
            if (length == 0)
            {
                at++;
                continue;
            }

            if (entry!.Authorities.Count > 0 && !IsPartOfALargerPlace(words, at, length, entry, free))
            {
                places.Add(Weigh(words, at, length, entry));
            }

            at += length;
            free = at;
        }

        return places;
    }

    /// <summary>'South' before 'West London', 'Hospital' after 'Kingston'. A word that belongs to the name before does not count.</summary>
    private bool IsPartOfALargerPlace(ReadOnlySpan<NameWord> words, int at, int length, NameEntry entry, int free)
    {
        var before = at > free && !words[at].Breaks && _directions.Contains(words[at - 1].Id);
        var next = at + length;
        var after = !entry.IsFull && next < words.Length && !words[next].Breaks && _otherBodies.Contains(words[next].Id);
        return before || after;
    }

    private Place Weigh(ReadOnlySpan<NameWord> words, int at, int length, NameEntry entry)
    {
        var nhsBefore = at > 0 && !words[at].Breaks && words[at - 1].Id == _nhs;
        NameStrength? strength = entry.IsFull ? NameStrength.Strong
            : nhsBefore || length >= 3 ? NameStrength.Medium
            : length == 2 ? NameStrength.Weak
            : null;
        var first = nhsBefore ? at - 1 : at;
        var last = at + length - 1;
        return new Place(first, last, entry, strength, _claims.Claim(words, first, last));
    }

    /// <summary>
    /// In 'on behalf of NHS Crawley, Horsham and Mid Sussex CCGs' the plural at the end makes each name a full one, and the claim at the start goes
    /// for each.
    /// </summary>
    private void SpreadOverLists(List<NameWord> words, List<Place> places)
    {
        for (var i = places.Count - 2; i >= 0; i--)
        {
            var next = places[i + 1];
            if (places[i].Last + 1 == next.First && next.Strength == NameStrength.Strong && !words[next.First].Breaks
                && (words[next.Last].IsPlural || next.IsOfPluralList) && places[i].Strength != NameStrength.Strong)
            {
                places[i] = places[i] with { Strength = NameStrength.Strong, IsOfPluralList = true };
            }
        }

        for (var i = 1; i < places.Count; i++)
        {
            if (places[i - 1].Claims && IsNextInList(words, places[i - 1], places[i]))
            {
                places[i] = places[i] with { Claims = true };
            }
        }
    }

    private bool IsNextInList(List<NameWord> words, Place before, Place place)
    {
        var gap = place.First - before.Last - 1;
        return gap <= (gap > 0 && words[place.First - 1].Id == _the ? 1 : 0) && !words[place.First].Breaks;
    }

    private readonly record struct Place(int First, int Last, NameEntry Entry, NameStrength? Strength, bool Claims, bool IsOfPluralList = false);
}
