using FoiPipeline.Core.Replies.Answering;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Marks names and contact lines: what follows a line of farewell, two dashes, or the boast of a telephone.</summary>
internal static class Signatures
{
    private const int LongestSignatureLine = 90;
    private const int MostSignatureLines = 18;

    public static void Mark(Page page)
    {
        for (var i = 0; i < page.Count; i++)
        {
            if (page.Roles[i] != LineRole.Own || page.IsBlank(i))
            {
                continue;
            }

            var line = page.Lines[i];
            if (line is "--" or "-- ")
            {
                i = MarkRun(page, i, any: true);
            }
            else if (line.AsSpan().ContainsAny(ClosingPhrases.ProgramLines) && line.Length < 80)
            {
                page.Roles[i] = LineRole.Signature;
            }
            else if (IsFarewell(line))
            {
                i = MarkRun(page, i, any: false);
            }
        }
    }

    private static bool IsFarewell(string line)
    {
        var text = line.AsSpan().Trim(" \t,.!*_-;");
        if (text.Length is < 2 or > 40)
        {
            return false;
        }

        foreach (var farewell in ClosingPhrases.Farewells)
        {
            if (text.Equals(farewell, StringComparison.OrdinalIgnoreCase) || (farewell.Length > 6 && (IsFirstOf(text, farewell) || IsLastOf(text, farewell))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Kind regards Jane" on one line.</summary>
    private static bool IsFirstOf(ReadOnlySpan<char> text, string farewell) =>
        text.Length > farewell.Length && text.Length <= 34
        && text.StartsWith(farewell, StringComparison.OrdinalIgnoreCase)
        && text[farewell.Length] is ',' or ' '
        && BodyText.Words(text[farewell.Length..]) <= 2;

    /// <summary>In two languages: "Cofion / Kind regards".</summary>
    private static bool IsLastOf(ReadOnlySpan<char> text, string farewell) =>
        text.Contains('/') && text.EndsWith(farewell, StringComparison.OrdinalIgnoreCase) && BodyText.Words(text) <= 6;

    /// <summary>Marks the short lines from here on, over blank lines and notices; a sentence or a numbered point ends them.</summary>
    private static int MarkRun(Page page, int start, bool any)
    {
        page.Roles[start] = LineRole.Signature;
        var taken = 0;
        var last = start;
        for (var i = start + 1; i < page.Count && taken < MostSignatureLines; i++)
        {
            if (page.IsBlank(i))
            {
                continue;
            }

            if (page.Roles[i] is LineRole.Disclaimer or LineRole.Boilerplate)
            {
                last = i;
                continue;
            }

            if (page.Roles[i] != LineRole.Own || (!any && IsSpeech(page.Lines[i])))
            {
                break;
            }

            page.Roles[i] = LineRole.Signature;
            taken++;
            last = i;
        }

        return last;
    }

    private static bool IsSpeech(string line)
    {
        var text = line.AsSpan().Trim();
        if (QuestionMarker.Read(text).Exists || text.EndsWith("?"))
        {
            return true;
        }

        if (text.EndsWith(":") && BodyText.Words(text) >= 3)
        {
            return true;
        }

        var words = BodyText.Words(text);
        if (words >= 8 && LowerCaseWords(text) * 3 >= words * 2)
        {
            return true;
        }

        return text.Length > LongestSignatureLine ? !text.ContainsAny('|', '@') : text.EndsWith(".") && words >= 7 && !text.Contains('@');
    }

    private static int LowerCaseWords(ReadOnlySpan<char> text)
    {
        var lower = 0;
        for (var i = 0; i < text.Length; i++)
        {
            lower += char.IsLower(text[i]) && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
        }

        return lower;
    }
}
