using System.Collections.Frozen;
using FoiPipeline.Core.Replies.Answering;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Tells a line that a margin broke from one that ends on purpose, and a full stop that ends a sentence from one that does not.</summary>
internal static class LineWrap
{
    /// <summary>No page or mail program breaks lines further out; a longer line was not broken at all.</summary>
    private const int WidestMargin = 130;

    /// <summary>Share of the width that a line which was broken before a word in lower case has at least, narrow columns of a table included.</summary>
    private const double LeastShare = 0.3;

    /// <summary>Letters differ in width, so a line that a margin broke may be somewhat shorter than the longest.</summary>
    private const double Full = 0.93;

    private static readonly FrozenSet<string> Abbreviations =
        FrozenSet.ToFrozenSet(["No", "Ref", "ref", "e.g", "i.e", "Dr", "Mr", "Mrs", "Ms", "ss", "approx"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> AnswerStarts =
        FrozenSet.ToFrozenSet(["yes", "no", "none", "nil", "n/a", "response", "answer", "reply", "dear"], StringComparer.OrdinalIgnoreCase);

    /// <summary>How many characters the margins leave room for, as far as the lines show it.</summary>
    public static int Width(IEnumerable<string> lines)
    {
        var width = 0;
        foreach (var line in lines)
        {
            width = line.Length <= WidestMargin ? Math.Max(width, line.Length) : width;
        }

        return width;
    }

    /// <summary>
    /// Whether the sentence of a line goes on in the next one: that starts in lower case, or with an address, or with a word for which there was
    /// no room left.
    /// </summary>
    public static bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width)
    {
        line = line.Trim();
        next = next.Trim();
        if (line.IsEmpty || next.IsEmpty || EndsSentence(line) || StartsAnew(next) || IsRow(line) || IsRow(next))
        {
            return false;
        }

        if (IsAddress(next) || (char.IsLower(next[0]) && line[^1] != ':'))
        {
            return line.Length >= width * LeastShare;
        }

        var space = next.IndexOf(' ');
        var word = space < 0 ? next : next[..space];
        return line[^1] != ':' && line.Length + 1 + word.Length > width * Full
            && !AnswerStarts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.TrimEnd(".,:;"));
    }

    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("\"'\u2019\u201d)*_ ");
        return line.Length > 1 && line[^1] is '.' or '?' or '!' && (char.IsAsciiDigit(line[^2]) || !IsAbbreviation(line[..^1]));
    }

    /// <summary>Whether a full stop after these words only shortens the last of them.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '(') + 1)..];
        return word.Length <= 1 || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary>An item of a list, or a numbered point.</summary>
    public static bool StartsAnew(ReadOnlySpan<char> line) => line[0] is '\u2022' or '-' or '*' || QuestionMarker.Read(line).Exists;

    private static bool IsRow(ReadOnlySpan<char> line) => line.Contains(" | ", StringComparison.Ordinal);

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        line.StartsWith("http", StringComparison.OrdinalIgnoreCase) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
