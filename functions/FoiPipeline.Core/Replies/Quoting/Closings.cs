using System.Text;
using FoiPipeline.Core.Replies.Answering;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Marks what closes a mail among the sender's own lines: first notices and boilerplate, sentence by sentence, then the signature.</summary>
internal static class Closings
{
    public static void Mark(Page page)
    {
        MarkStarred(page);
        MarkNotices(page);
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

    private static void MarkNotices(Page page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Roles[i] == LineRole.Own && !page.IsBlank(i))
            {
                i = MarkParagraph(page, i);
            }
        }
    }

    /// <summary>Marks the paragraph that starts here; answers its last line, which has moved where a line was broken in two.</summary>
    private static int MarkParagraph(Page page, int start)
    {
        var end = start;
        while (end < page.Count && page.Roles[end] == LineRole.Own && !page.IsBlank(end))
        {
            end++;
        }

        if (end - start == 1 && IsHeading(page.Lines[start]))
        {
            page.Roles[start] = LineRole.Boilerplate;
            return start;
        }

        var carried = LineRole.Own;
        for (var i = start; i < end; i++)
        {
            var (role, at) = NoticeIn(page, i, end);
            if (role == LineRole.Own && carried != LineRole.Own && !CarriesOn(page, i))
            {
                carried = LineRole.Own;
            }

            if (role == LineRole.Own)
            {
                page.Roles[i] = carried;
                continue;
            }

            if (at > 0 && carried != role)
            {
                page.Split(i, at);
                page.Roles[i] = carried;
                i++;
                end++;
            }

            carried = role;
            page.Roles[i] = role;
        }

        return end - 1;
    }

    private static bool IsHeading(string line)
    {
        var text = Fold(line.AsSpan().Trim(" *_:#.-="));
        return text.Length < 60 && ClosingPhrases.Headings.Contains(text, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The role of a line by the phrases in it, and where in the line the sentence starts that has them.</summary>
    private static (LineRole Role, int At) NoticeIn(Page page, int index, int end)
    {
        var line = page.Lines[index];
        // Wrapping may cut a phrase in two: the next line is read along with this one.
        var next = index + 1 < end ? Fold(page.Lines[index + 1]) : "";
        var text = Fold(line) + " ";
        var both = next.Length > 0 ? text + next : text;
        var at = FirstNotice(both, text.Length, out var role);
        return at < 0 ? (LineRole.Own, 0) : (role, SentenceStart(line, Math.Min(at, line.Length)));
    }

    private static int FirstNotice(string text, int within, out LineRole role)
    {
        var disclaimer = text.AsSpan().IndexOfAny(ClosingPhrases.Disclaimers);
        var boilerplate = text.AsSpan().IndexOfAny(ClosingPhrases.Boilerplate);
        if (boilerplate < 0)
        {
            boilerplate = RightsIn(text);
        }

        role = LineRole.Own;
        if (disclaimer >= 0 && disclaimer < within && (boilerplate < 0 || disclaimer <= boilerplate))
        {
            role = LineRole.Disclaimer;
            return disclaimer;
        }

        if (boilerplate >= 0 && boilerplate < within)
        {
            role = LineRole.Boilerplate;
            return boilerplate;
        }

        return -1;
    }

    private static int RightsIn(string text)
    {
        var at = text.AsSpan().IndexOfAny(ClosingPhrases.Rights);
        if (at < 0)
        {
            return -1;
        }

        var start = text.AsSpan(SentenceStart(text, at)).TrimStart();
        foreach (var opening in ClosingPhrases.RightsStarts)
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return at;
            }
        }

        return -1;
    }

    private static int SentenceStart(string line, int at)
    {
        for (var i = Math.Min(at, line.Length) - 1; i > 1; i--)
        {
            if (line[i] == ' ' && line[i - 1] is '.' or '!' or '?' && char.IsLetterOrDigit(line[i - 2]))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>
    /// A notice runs on to the end of its paragraph, in wrapped lines and in the short lines of an address; a new numbered point does not belong to it.
    /// </summary>
    private static bool CarriesOn(Page page, int index) => !QuestionMarker.Read(page.Lines[index]).Exists;

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        BodyText.AppendFolded(folded, text);
        return folded.ToString();
    }
}
