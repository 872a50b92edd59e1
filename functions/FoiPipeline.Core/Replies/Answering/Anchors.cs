namespace FoiPipeline.Core.Replies.Answering;

/// <summary>Finds every place where an answer may begin. Which of them count is decided afterwards, when all are known.</summary>
internal static class Anchors
{
    private static readonly string[] Labels = ["you asked", "your question", "request", "question", "you requested", "q"];

    /// <param name="pieces">The source.</param>
    /// <param name="questions">Our questions.</param>
    /// <param name="highest">Numbers above this one are no question's.</param>
    public static List<Anchor> In(List<Piece> pieces, IReadOnlyList<QuestionText> questions, int highest)
    {
        var lines = pieces.ConvertAll(p => p.Text);
        var words = Words.Of(lines);
        var anchors = new List<Anchor>();
        var word = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            while (word < words.Count && words[word].Line < i)
            {
                word++;
            }

            if (pieces[i].Line.IsClosing || word == words.Count || words[word].Line != i)
            {
                continue;
            }

            var anchor = At(pieces, lines, words, word, i, questions, highest);
            if (anchor is { } found)
            {
                anchors.Add(found);
                // Lines of a repeated question are not looked at again; what follows it in the same piece cannot start another.
                i = Math.Max(i, found.BodyPiece - (found.BodyOffset == 0 ? 1 : 0));
            }
        }

        return anchors;
    }

    private static Anchor? At(
        List<Piece> pieces, List<string> lines, List<Word> words, int word, int piece, IReadOnlyList<QuestionText> questions, int highest)
    {
        var marker = pieces[piece].Marker;
        var rest = marker.Exists ? marker.Rest : LabelEnd(lines[piece]);
        var start = word;
        while (start < words.Count && words[start].Line == piece && words[start].Start < rest)
        {
            start++;
        }

        var follows = start < words.Count && Continues(pieces, piece, words[start].Line);
        foreach (var question in follows ? questions : [])
        {
            var end = question.EndAt(lines, words, start);
            if (end > 0)
            {
                return new Anchor(piece, question.Number, question.Number, AnchorStrength.Question, words[end - 1].Line, words[end - 1].End);
            }
        }

        if (!marker.Exists || marker.Last > highest)
        {
            return null;
        }

        var strength = marker.Strength == MarkerStrength.Named ? AnchorStrength.Named : AnchorStrength.Plain;
        return new Anchor(piece, marker.First, marker.Last, strength, piece, marker.Rest);
    }

    /// <summary>A number may stand alone, with the question on the next line or in the next cell.</summary>
    private static bool Continues(List<Piece> pieces, int piece, int next) =>
        next == piece || (next <= piece + 2 && pieces[piece].Line.IsOwn == pieces[next].Line.IsOwn && !pieces[next].Marker.Exists);

    private static int LabelEnd(string line)
    {
        var text = line.AsSpan();
        var start = text.Length - text.TrimStart(" \t>*_#\u2022-\"'\u201c\u2018").Length;
        foreach (var label in Labels)
        {
            var rest = text[start..];
            if (rest.StartsWith(label, StringComparison.OrdinalIgnoreCase) && rest.Length > label.Length && rest[label.Length] is ':' or ' ' or '-')
            {
                var after = rest[label.Length..].TrimStart(" :-\"'\u201c\u2018");
                return rest[label.Length..].TrimStart(' ').StartsWith(":") || rest[label.Length] is ':' or '-' ? text.Length - after.Length : start;
            }
        }

        return start;
    }
}
