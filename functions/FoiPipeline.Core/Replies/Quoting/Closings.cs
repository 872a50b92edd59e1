using FoiPipeline.Core.Replies.Answering;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Marks what closes a mail among the sender's own lines: first notices and boilerplate, sentence by sentence, then the signature.</summary>
internal static class Closings
{
    /// <summary>A line of a mail at least this long is rather broken than ended.</summary>
    private const int LongLine = 45;

    /// <summary>Lines of an address, which carry a notice on in print too.</summary>
    private const int AddressWords = 6;

    /// <param name="page">The lines.</param>
    /// <param name="isPrinted">The lines of a document, which have been put together again and need no blank line between paragraphs.</param>
    public static void Mark(Page page, bool isPrinted = false)
    {
        MarkStarred(page);
        MarkNotices(page, isPrinted);
        Signatures.Mark(page);
        MarkAboveClosings(page);
    }

    /// <summary>Between two rows of stars stands a footer of a mail gateway; that of NHSmail has lines of stars above and below.</summary>
    private static void MarkStarred(Page page)
    {
        var open = -1;
        for (var i = 0; i < page.Count; i++)
        {
            var line = page.Lines[i].AsSpan().Trim();
            if (page.Roles[i] != LineRole.Own || line.Length < 10 || !line.Trim("* ").IsEmpty)
            {
                continue;
            }

            if (open >= 0 && i - open <= 40 && HasNotice(page, open, i))
            {
                page.Mark(open, i + 1, LineRole.Disclaimer);
                open = -1;
            }
            else
            {
                page.Roles[i] = LineRole.Disclaimer;
                open = i;
            }
        }
    }

    /// <summary>A ruled line or a heading below which nothing of the sender's own stands belongs to what it divides off.</summary>
    private static void MarkAboveClosings(Page page)
    {
        var below = LineRole.Disclaimer;
        for (var i = page.Count - 1; i >= 0; i--)
        {
            if (page.IsBlank(i))
            {
                continue;
            }

            if (page.Roles[i] == LineRole.Own && below != LineRole.Own && (IsRule(page.Lines[i]) || IsHeading(page.Lines[i])))
            {
                page.Roles[i] = LineRole.Disclaimer;
            }

            below = page.Roles[i];
        }
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Trim() is { Length: >= 5 } rule && rule.Trim("_-=* ").IsEmpty;

    private static bool HasNotice(Page page, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (page.Lines[i].AsSpan().ContainsAny(ClosingPhrases.Disclaimers))
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkNotices(Page page, bool isPrinted)
    {
        var width = LineWrap.Width(page.Lines);
        var told = new List<PageLine>(page.Count);
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Roles[i] != LineRole.Own || page.IsBlank(i))
            {
                told.Add(page.At(i));
                continue;
            }

            var end = i + 1;
            while (end < page.Count && page.Roles[end] == LineRole.Own && !page.IsBlank(end))
            {
                end++;
            }

            AddParagraph(told, page, i, end, GoesOn, isPrinted);
            i = end - 1;
        }

        page.Become(told);

        bool GoesOn(int line) => !isPrinted && (LineWrap.GoesOn(page.Lines[line], page.Lines[line + 1], width)
            || (page.Lines[line].Length >= LongLine && !QuestionMarker.Read(page.Lines[line + 1]).Exists));
    }

    private static void AddParagraph(List<PageLine> told, Page page, int start, int end, Func<int, bool> goesOn, bool isPrinted)
    {
        var carried = LineRole.Own;
        var lastLine = -1;
        foreach (var sentence in Sentences.In(page.Lines, start, end, goesOn))
        {
            var isHeading = (isPrinted || end - start == 1) && sentence.First.From == 0 && IsHeading(sentence.Text);
            var role = isHeading ? LineRole.Boilerplate : ClosingSentence.RoleOf(sentence.Text);
            if (role == LineRole.Own && carried != LineRole.Own && CarriesOn(page, sentence, carried, sentence.First.Line == lastLine, isPrinted))
            {
                role = carried;
            }

            foreach (var part in sentence.Parts)
            {
                Add(told, page, part, role, sameLine: part.Line == lastLine);
                lastLine = part.Line;
            }

            carried = role;
        }
    }

    private static void Add(List<PageLine> told, Page page, SentencePart part, LineRole role, bool sameLine)
    {
        var text = page.Lines[part.Line][part.From..part.To];
        if (sameLine && told[^1].Role == role)
        {
            told[^1] = told[^1] with { Text = told[^1].Text + text };
            return;
        }

        if (sameLine)
        {
            told[^1] = told[^1] with { Text = told[^1].Text.TrimEnd() };
        }

        told.Add(new PageLine(text, role, page.Origins[part.Line]));
    }

    private static bool IsHeading(string text) =>
        text.Length < 60 && ClosingPhrases.Headings.Contains(text.Trim(' ', '*', '_', ':', '#', '.', '-', '='), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A notice runs on to the end of its paragraph, in wrapped lines and in the short lines of an address. A numbered point does not belong to it,
    /// nor a sentence that answers.
    /// </summary>
    private static bool CarriesOn(Page page, Sentence sentence, LineRole carried, bool sameLine, bool isPrinted)
    {
        if (ClosingSentence.SpeaksForItself(sentence.Text) || (!sameLine && QuestionMarker.Read(page.Lines[sentence.First.Line]).Exists))
        {
            return false;
        }

        return sameLine || !isPrinted || (carried == LineRole.Boilerplate && BodyText.Words(sentence.Text) <= AddressWords && !LineWrap.EndsSentence(sentence.Text));
    }
}
