using FoiPipeline.Core.Replies.Answering;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// A colleague's mail that is passed on is what the sender has to say. Our own letter passed on is not: it is known by our address in its
/// header lines or by our questions.
/// </summary>
internal static class ForwardedMail
{
    /// <summary>Makes the first quoted mail the sender's own words, unless it is ours.</summary>
    public static void Promote(Page page, Mail mail, IReadOnlyList<Question> questions)
    {
        var start = page.Roles.IndexOf(LineRole.Quoted);
        var end = start;
        while (end < page.Count && page.Roles[end] == LineRole.Quoted)
        {
            end++;
        }

        var bare = page.Lines.Skip(start).Take(end - start).Select(Unprefixed).ToList();
        var body = TopHead(bare);
        var next = NextHead(bare, body);
        if (IsOurs(bare.Take(body), bare.Take(next).Skip(body), mail, questions))
        {
            return;
        }

        for (var i = body; i < next; i++)
        {
            page.Lines[start + i] = bare[i];
            page.Roles[start + i] = LineRole.Own;
        }
    }

    /// <summary>Where the quoted mail's own text begins: below its introduction, if it starts with one.</summary>
    private static int TopHead(List<string> lines)
    {
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        var head = first < 0 ? default : QuoteHeads.At(lines, first);
        return head.Exists ? first + head.Length : 0;
    }

    /// <summary>Where a still earlier mail is introduced, or the end.</summary>
    private static int NextHead(List<string> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (QuoteHeads.At(lines, i) is { Exists: true, Style: not QuoteStyle.ReplyAbove })
            {
                return i;
            }
        }

        return lines.Count;
    }

    private static bool IsOurs(IEnumerable<string> head, IEnumerable<string> body, Mail mail, IReadOnlyList<Question> questions)
    {
        var sender = head.FirstOrDefault(line => line.AsSpan().TrimStart("*_> \t").StartsWith("from", StringComparison.OrdinalIgnoreCase) || line.Contains('@', StringComparison.Ordinal)) ?? "";
        if (mail.To.Concat(mail.Cc).Any(to => Contains(sender, to.Address)))
        {
            return true;
        }

        var lines = body.ToList();
        var words = Words.Of(lines);
        return questions.Count > 0
            && questions.Count(question => Repeats(new QuestionText(question), lines, words)) * 2 > questions.Count
            && !InlineAnswers.StandIn(lines, questions);
    }

    private static bool Contains(string line, string address)
    {
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        var plain = plus > 0 && plus < at ? address[..plus] + address[at..] : address;
        return at > 0 && (line.Contains(address, StringComparison.OrdinalIgnoreCase) || line.Contains(plain, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Repeats(QuestionText question, List<string> lines, List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((i == 0 || words[i - 1].Line != words[i].Line || i < 2 || words[i - 2].Line != words[i].Line) && question.EndAt(lines, words, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string Unprefixed(string line)
    {
        var text = line.AsSpan().TrimStart();
        while (text.StartsWith(">"))
        {
            text = text[1..].TrimStart(' ');
        }

        return text.ToString();
    }
}
