using System.Text;
using FoiPipeline.Core.Replies.Quoting;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Answering;

/// <summary>
/// Lays the answers of a reply beside our questions, by the numbers and by the questions that authorities repeat. Where two sources answer the
/// same question, the one that answers more of them is taken.
/// </summary>
public static class AnswerSplitter
{
    private const int HighestUnknown = 20;

    /// <summary>A line shorter than this was not broken by a margin.</summary>
    private const int ShortLine = 45;

    private static readonly string[] AnswerLabels =
        [
            "ccg response", "ccg's response", "our response", "our answer", "our reply", "response", "answer", "reply", "ccg answer",
            "ccg reply", "ans", "resp", "a",
        ];

    private static readonly string[] ClosingStarts =
    [
        "i trust", "i hope", "we hope", "we trust", "if you ", "if we ", "should you", "please do not hesitate", "please contact", "please let",
        "please quote", "please get in touch", "please feel free", "feel free to", "do get in touch", "do contact", "do let me know", "do not hesitate",
        "thank you", "kind regards", "yours ", "in line with",
        "this concludes", "this completes", "that concludes", "that completes", "i am sorry that", "many thanks",
    ];

    /// <param name="sources">Body first, then attachments that look like the letter.</param>
    /// <param name="questions">Our questions; without any, numbers alone are followed.</param>
    public static LaidAnswers Lay(IReadOnlyList<AnswerSource> sources, IReadOnlyList<Question> questions)
    {
        var texts = questions.Select(q => new QuestionText(q)).ToList();
        var highest = questions.Count > 0 ? questions.Max(q => q.Number) : HighestUnknown;
        var laid = sources.Select(source => LayOne(source, texts, highest)).ToList();
        var best = new Dictionary<int, Answer>();
        foreach (var one in laid.OrderByDescending(l => l.Answers.Count))
        {
            foreach (var answer in one.Answers)
            {
                best.TryAdd(answer.Question, answer);
            }
        }

        var other = laid.SelectMany(l => l.Answers.Where(a => best[a.Question] != a).Select(a => a.Text).Distinct(StringComparer.Ordinal).Prepend(l.OtherText));
        return new LaidAnswers([.. best.Values.OrderBy(a => a.Question)], string.Join("\n\n", other.Where(text => text.Length > 0)), [.. laid.SelectMany(l => l.OwnWords)]);
    }

    private static LaidAnswers LayOne(AnswerSource source, List<QuestionText> questions, int highest)
    {
        var pieces = Piece.Of(source);
        var anchors = Anchors.In(pieces, questions, highest);
        var chosen = AnchorChoice.Of(anchors, pieces, questions.Count, (anchor, until) => Body(pieces, anchor, Math.Min(until, pieces.Count)).Text.Length > 0);
        var texts = new SortedDictionary<int, (List<string> Parts, string Place)>();
        var used = new bool[pieces.Count];
        for (var i = 0; i < chosen.Count; i++)
        {
            var until = i + 1 < chosen.Count ? chosen[i + 1].Piece : pieces.Count;
            var body = Body(pieces, chosen[i], until, isLast: i + 1 == chosen.Count);
            Array.Fill(used, value: true, chosen[i].Piece, body.End - chosen[i].Piece);
            for (var number = chosen[i].First; number <= chosen[i].Last && body.Text.Length > 0; number++)
            {
                if (!texts.TryGetValue(number, out var parts))
                {
                    texts[number] = parts = ([], body.Place);
                }

                parts.Parts.Add(body.Text);
            }
        }

        var answers = texts.Select(t => new Answer(t.Key, string.Join('\n', t.Value.Parts), t.Value.Place.Length == 0 ? source.Name : $"{source.Name}, {t.Value.Place}"));
        return new LaidAnswers([.. answers], Unused(pieces, used), [WithoutQuestions(pieces, anchors)]);
    }

    private static (string Text, string Place, int End) Body(List<Piece> pieces, Anchor anchor, int until, bool isLast = false)
    {
        var text = new StringBuilder();
        var place = "";
        var i = anchor.BodyPiece;
        for (; i < until; i++)
        {
            var piece = pieces[i];
            if (!piece.Line.IsOwn)
            {
                // Under a quoted question only what follows it directly is its answer.
                if (text.Length > 0 && !piece.IsBlank)
                {
                    break;
                }

                continue;
            }

            if (piece.Line.IsClosing || (isLast && text.Length > 0 && IsParagraph(pieces, i) && EndsTheAnswers(piece.Text)))
            {
                if (text.Length == 0)
                {
                    continue;
                }

                break;
            }

            place = place.Length == 0 && !piece.IsBlank ? piece.Line.Place : place;
            var words = i == anchor.BodyPiece ? piece.Text.AsSpan(Math.Min(anchor.BodyOffset, piece.Text.Length)) : piece.Text;
            text.Append(text.Length == 0 ? "" : piece.Joins ? " " : "\n").Append(words.TrimEnd());
        }

        return (Tidy(text.ToString()), place, Math.Max(i, anchor.Piece + 1));
    }

    /// <summary>A printed page shows no blank lines: there a sentence on a line of its own will do.</summary>
    private static bool IsParagraph(List<Piece> pieces, int i) =>
        !pieces[i].Joins && i > 0 && (pieces[i - 1].IsBlank || pieces[i - 1].Text.Length < ShortLine || LineWrap.EndsSentence(pieces[i - 1].Text));

    private static bool EndsTheAnswers(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var closing in ClosingStarts)
        {
            if (start.StartsWith(closing, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes off the rest of a repeated question's punctuation, a question in other words, and the label that announces the answer.</summary>
    private static string Tidy(string text)
    {
        var answer = WithoutLabel(KeepingSign(text.AsSpan().Trim(), text.AsSpan().Trim().TrimStart("?.:;)\"\u201d*_-| \t\n")));
        var question = answer.IndexOf('?');
        if (question > 0 && !answer[..question].ContainsAny('.', '\n') && HasWords(answer[(question + 1)..]))
        {
            answer = WithoutLabel(answer[(question + 1)..].TrimStart("\"\u201d*_)- \t\n"));
        }

        return string.Join('\n', answer.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        static bool HasWords(ReadOnlySpan<char> rest) => rest.IndexOfAnyExcept(" \t\n*_") >= 0;
    }

    /// <summary>A dash straight before a number is its sign, and not what divides the answer from what stands before it.</summary>
    private static ReadOnlySpan<char> KeepingSign(ReadOnlySpan<char> whole, ReadOnlySpan<char> trimmed)
    {
        var cut = whole.Length - trimmed.Length;
        var isSign = cut > 0 && whole[cut - 1] == '-' && (cut == 1 || whole[cut - 2] is ' ' or '\t') && trimmed.Length > 0 && char.IsAsciiDigit(trimmed[0]);
        return isSign ? whole[(cut - 1)..] : trimmed;
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> answer)
    {
        var start = answer.TrimStart("*_[( \t\n");
        foreach (var label in AnswerLabels)
        {
            if (!start.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var rest = start[label.Length..].TrimStart("0123456789*_ ");
            var ends = rest.IsEmpty || rest[0] is ':' or '-' or '\u2013' or ']' or '\n' or ')';
            if (ends && (label.Length > 1 || (!rest.IsEmpty && rest[0] is ':' or '-')))
            {
                return rest.TrimStart(":-\u2013])*_. \t\n");
            }
        }

        return answer;
    }

    private static string Unused(List<Piece> pieces, bool[] used)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!used[i] && pieces[i].Line is { IsOwn: true, IsClosing: false })
            {
                text.Append(pieces[i].Text.TrimEnd()).Append(pieces[i].Joins ? ' ' : '\n');
            }
        }

        return text.ToString().Trim();
    }

    private static string WithoutQuestions(List<Piece> pieces, List<Anchor> anchors)
    {
        var text = new StringBuilder();
        var next = 0;
        var from = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            while (next < anchors.Count && (anchors[next].Piece < i || anchors[next].Strength != AnchorStrength.Question))
            {
                next++;
            }

            if (next < anchors.Count && anchors[next].Piece == i)
            {
                from = anchors[next].BodyOffset;
                i = anchors[next].BodyPiece;
                next++;
            }

            if (pieces[i].Line is { IsOwn: true, IsClosing: false })
            {
                text.Append(pieces[i].Text.AsSpan(Math.Min(from, pieces[i].Text.Length))).Append(pieces[i].Joins ? ' ' : '\n');
            }

            from = 0;
        }

        return text.ToString();
    }
}
