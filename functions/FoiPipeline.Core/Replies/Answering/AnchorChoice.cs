namespace FoiPipeline.Core.Replies.Answering;

/// <summary>
/// Decides which anchors really begin answers. A question of ours counts before a number that names itself, and that before a bare number,
/// which may be an item of a list; questions that are only listed begin nothing.
/// </summary>
internal static class AnchorChoice
{
    /// <param name="anchors">All anchors of the source, in order.</param>
    /// <param name="hasBody">Whether own words stand between this anchor and the piece given, or the end.</param>
    /// <param name="pieces">The source.</param>
    /// <param name="count">How many questions we asked; 0 where it is not known.</param>
    public static List<Anchor> Of(List<Anchor> anchors, List<Piece> pieces, int count, Func<Anchor, int, bool> hasBody)
    {
        var inline = Inline(anchors, pieces, count, hasBody);
        if (inline.Count > 0)
        {
            return inline;
        }

        var own = anchors.FindAll(a => pieces[a.Piece].Line.IsOwn);
        var strong = own.FindAll(a => a.Strength > AnchorStrength.Plain);
        var listed = ListedUntil(strong, hasBody);
        if (listed >= 0)
        {
            var after = own.FindAll(a => a.Piece > strong[listed].Piece);
            var named = after.FindAll(a => a.Strength > AnchorStrength.Plain);
            return named.Count > 0 ? WithPlain(named, after) : Plain(after, count) is { Count: > 0 } numbered ? numbered : WithPlain(strong, own);
        }

        return strong.Count > 0 ? WithPlain(strong, own) : Plain(own, count);
    }

    /// <summary>Answers that stand under quoted questions; one alone is a reply below the quotation, not an answer to its last question.</summary>
    private static List<Anchor> Inline(List<Anchor> anchors, List<Piece> pieces, int count, Func<Anchor, int, bool> hasBody)
    {
        var quoted = new List<Anchor>();
        for (var i = 0; i < anchors.Count; i++)
        {
            var until = i + 1 < anchors.Count ? anchors[i + 1].Piece : pieces.Count;
            if (!pieces[anchors[i].Piece].Line.IsOwn && hasBody(anchors[i], until))
            {
                quoted.Add(anchors[i]);
            }
        }

        return quoted.Count >= 2 || (quoted.Count == 1 && count == 1) ? quoted : [];
    }

    /// <summary>Index of the last of the strong anchors that only list the questions, or -1.</summary>
    private static int ListedUntil(List<Anchor> strong, Func<Anchor, int, bool> hasBody)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < strong.Count; i++)
        {
            var until = i + 1 < strong.Count ? strong[i + 1].Piece : int.MaxValue;
            if (!seen.Add(strong[i].First))
            {
                return i >= 2 ? i - 1 : -1;
            }

            if (i + 1 < strong.Count && hasBody(strong[i], until) && strong[i + 1].First > strong[i].First)
            {
                return -1;
            }
        }

        return strong.Count >= 2 ? strong.Count - 1 : -1;
    }

    /// <summary>Adds bare numbers where they fit between the strong anchors and no strong one has the same question. Both lists are in order.</summary>
    private static List<Anchor> WithPlain(List<Anchor> strong, List<Anchor> all)
    {
        var taken = strong.SelectMany(a => Enumerable.Range(a.First, a.Last - a.First + 1)).ToHashSet();
        var chosen = new List<Anchor>();
        var previous = 0;
        var next = 0;
        foreach (var anchor in all)
        {
            if (next < strong.Count && strong[next] == anchor)
            {
                chosen.Add(anchor);
                previous = anchor.Last;
                next++;
            }
            else if (anchor.Strength == AnchorStrength.Plain && anchor.First == previous + 1 && !taken.Contains(anchor.First)
                && (next == strong.Count || anchor.Last < strong[next].First))
            {
                chosen.Add(anchor);
                previous = anchor.Last;
            }
        }

        return chosen;
    }

    private static List<Anchor> Plain(List<Anchor> plain, int count)
    {
        if (count > 1 && plain.Count == count && !plain.Select(a => a.First).SequenceEqual(Enumerable.Range(1, count)) && plain[0].First == 1 && plain.TrueForAll(a => a.First == a.Last))
        {
            // Numbering that starts again halfway: as many points as questions, in our order.
            return [.. plain.Select((anchor, i) => anchor with { First = i + 1, Last = i + 1 })];
        }

        var chosen = new List<Anchor>();
        var lastPlace = new Dictionary<int, int>();
        plain.ForEach(a => lastPlace[a.First] = a.Piece);
        var previous = 0;
        foreach (var anchor in plain)
        {
            var expected = anchor.First == previous + 1
                || (anchor.First == previous && chosen.Count > 0 && IsSubQuestion(anchor))
                || (anchor.First is > 1 && anchor.First == previous + 2 && lastPlace.GetValueOrDefault(previous + 1, -1) < anchor.Piece);
            if (expected)
            {
                chosen.Add(anchor);
                previous = anchor.Last;
            }
        }

        return chosen.Count >= 2 || (chosen.Count == 1 && count == 1) ? chosen : [];

        bool IsSubQuestion(Anchor anchor) => chosen[^1].First == anchor.First && anchor.Piece > chosen[^1].Piece && anchor.Last == anchor.First && count != 1;
    }
}
