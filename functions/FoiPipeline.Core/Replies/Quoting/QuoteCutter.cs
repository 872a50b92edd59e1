using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// Splits the body of a mail into the sender's own words, what is quoted from earlier mails, and what closes every mail of the house:
/// signature, disclaimers, the paragraphs on reviews and copyright. Own words between quoted questions are kept as own words.
/// </summary>
public static class QuoteCutter
{
    /// <summary>A covering note of at most this many words hands over the mail it forwards; a longer one is the message itself.</summary>
    private const int CoveringNote = 60;

    /// <param name="mail">The mail.</param>
    /// <param name="questions">The questions of our letter; without any, those of the quoted letter are used.</param>
    public static CutBody Cut(Mail mail, IReadOnlyList<Question> questions)
    {
        var page = new Page(BodyText.Lines(mail.Body));
        MarkPrefixed(page);
        var head = MarkBelowHead(page);
        var known = questions.Count > 0 ? questions : LetterQuestions.In(page.Select(LineRole.Quoted));
        InlineAnswers.Restore(page, known);
        var whole = page.Copy();
        Closings.Mark(page);
        if (NeedsTheForwardedMail(page, mail, head))
        {
            page = whole;
            ForwardedMail.Promote(page, mail, known);
            Closings.Mark(page);
        }

        if (Salutation.IsAll(page.Select(LineRole.Own)))
        {
            // A letter of nothing but closings says with them what it has to say.
            page.Replace(LineRole.Boilerplate, LineRole.Own);
        }

        if (!page.HasWords(LineRole.Own))
        {
            page.Replace(LineRole.Signature, LineRole.Own);
        }

        return new CutBody(page.ToLines());
    }

    /// <summary>A document quotes nothing; only its closing is set apart. Answers every line with the index of the one it comes from.</summary>
    public static IReadOnlyList<(BodyLine Line, int Origin)> Document(IEnumerable<string> lines)
    {
        var page = new Page([.. lines]);
        Closings.Mark(page, isPrinted: true);
        return [.. page.ToLines().Zip(page.Origins)];
    }

    private static bool NeedsTheForwardedMail(Page page, Mail mail, QuoteStyle head)
    {
        if (!page.HasWords(LineRole.Quoted))
        {
            return false;
        }

        var own = BodyText.Words(page.Text(LineRole.Own), CoveringNote + 1);
        var forwards = head == QuoteStyle.Forward || IsForward(mail.Subject);
        return own == 0 || (forwards && own <= CoveringNote);
    }

    private static bool IsForward(string subject)
    {
        var start = subject.AsSpan().TrimStart();
        return start.StartsWith("fw:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("fwd:", StringComparison.OrdinalIgnoreCase);
    }

    private static void MarkPrefixed(Page page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (IsPrefixed(page.Lines[i]) && (!IsComparison(page.Lines[i]) || IsBesidePrefixed(page, i)))
            {
                page.Roles[i] = LineRole.Quoted;
            }
        }

        // A blank line inside a quotation belongs to it.
        for (var i = 1; i < page.Count - 1; i++)
        {
            if (page.IsBlank(i) && page.Roles[i - 1] == LineRole.Quoted && page.Roles[i + 1] == LineRole.Quoted)
            {
                page.Roles[i] = LineRole.Quoted;
            }
        }
    }

    private static bool IsPrefixed(string line) => line.AsSpan().TrimStart().StartsWith(">", StringComparison.Ordinal);

    /// <summary><c>&gt;5% in two contracts</c> is an answer, unless its neighbours are quoted too.</summary>
    private static bool IsComparison(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] is '\u00a3' or '=');
    }

    private static bool IsBesidePrefixed(Page page, int index) =>
        (index > 0 && IsPrefixed(page.Lines[index - 1])) || (index + 1 < page.Count && IsPrefixed(page.Lines[index + 1]));

    /// <summary>Marks introductions and what stands below them. Answers the style of the first one.</summary>
    private static QuoteStyle MarkBelowHead(Page page)
    {
        var style = QuoteStyle.None;
        for (var i = 0; i < page.Count; i++)
        {
            var head = QuoteHeads.At(page.Lines, i);
            if (!head.Exists || (page.Roles[i] == LineRole.Quoted && head.Style != QuoteStyle.Attribution))
            {
                continue;
            }

            style = style == QuoteStyle.None ? head.Style : style;
            page.Mark(i, i + head.Length, LineRole.Quoted);
            if (head.Style == QuoteStyle.ReplyAbove && !page.HasWords(LineRole.Own, before: i))
            {
                continue;
            }

            if (head.Style == QuoteStyle.Attribution && NextIsPrefixed(page, i + head.Length))
            {
                i += head.Length - 1;
                continue;
            }

            page.Mark(i, page.Count, LineRole.Quoted);
            break;
        }

        return style;
    }

    private static bool NextIsPrefixed(Page page, int index)
    {
        for (var i = index; i < page.Count; i++)
        {
            if (!page.IsBlank(i))
            {
                return page.Roles[i] == LineRole.Quoted;
            }
        }

        return false;
    }
}
