using System.Globalization;
using System.Runtime.InteropServices;

namespace FoiPipeline.Core.Replies.Answering;

internal enum MarkerStrength
{
    None,

    /// <summary>A bare number, which may as well count the items of a list: <c>1.</c>, <c>(2)</c>, <c>iii.</c></summary>
    Plain,

    /// <summary>A number that says what it counts: <c>Q1</c>, <c>Question 2:</c>, <c>In response to question 3</c>.</summary>
    Named,
}

/// <summary>The number at the start of a line.</summary>
/// <param name="Strength">How surely it numbers a question.</param>
/// <param name="First">First question it names.</param>
/// <param name="Last">Last question it names; the same as the first but for "Questions 1 to 3".</param>
/// <param name="Rest">Where the line goes on after it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuestionMarker(MarkerStrength Strength, int First, int Last, int Rest)
{
    private static readonly string[] Names =
    [
        "questions", "question", "answers to questions", "answer to question", "response to question", "ques", "qu", "q", "answer",
        "response", "reply", "point", "part", "a",
    ];

    private static readonly string[] Leads =
    [
        "in response to your ", "in response to ", "in answer to your ", "in answer to ", "in relation to your ", "in relation to ",
        "in regard to ", "in regards to ",
        "in respect of ", "with regard to your ", "with regard to ", "with regards to ", "with respect to ", "with reference to ", "as for ",
        "as regards ", "regarding ",
        "for ", "on ", "re ", "re: ", "your ", "to ",
    ];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

    public bool Exists => Strength != MarkerStrength.None;

    /// <summary>Reads the number a line starts with, if any. <paramref name="bareIsEnough"/>: the line is the first cell of a table's row.</summary>
    public static QuestionMarker Read(ReadOnlySpan<char> line, bool bareIsEnough = false)
    {
        var start = line.Length - line.TrimStart(" \t>*_#\u2022-").Length;
        if (start == line.Length)
        {
            return default;
        }

        var named = ReadNamed(line, start);
        return named.Exists ? named : ReadPlain(line, start, bareIsEnough);
    }

    private static QuestionMarker ReadNamed(ReadOnlySpan<char> line, int start)
    {
        var at = start;
        var led = false;
        foreach (var lead in Leads)
        {
            if (line[at..].StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                at += lead.Length;
                led = true;
                break;
            }
        }

        if (led && ReadOrdinal(line, at) is { Exists: true } ordinal)
        {
            return ordinal;
        }

        foreach (var name in Names)
        {
            if (line[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && ReadNumbers(line, at + name.Length, led, name is "q" or "qu") is { Exists: true } found)
            {
                return found;
            }
        }

        return default;
    }

    private static QuestionMarker ReadOrdinal(ReadOnlySpan<char> line, int at)
    {
        for (var i = 0; i < Ordinals.Length; i++)
        {
            var rest = line[at..];
            if (!rest.StartsWith(Ordinals[i], StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var noun = rest[Ordinals[i].Length..].TrimStart();
            if (noun.StartsWith("question", StringComparison.OrdinalIgnoreCase))
            {
                return new QuestionMarker(MarkerStrength.Named, i + 1, i + 1, EndOfPunctuation(line, line.Length - noun.Length + "question".Length));
            }
        }

        return default;
    }

    private static QuestionMarker ReadNumbers(ReadOnlySpan<char> line, int at, bool led, bool isQ)
    {
        var i = at;
        while (i < line.Length && line[i] is ' ' or '.' or '#' or '\t' && i < at + 3)
        {
            i++;
        }

        if (!ReadNumber(line, ref i, out var first))
        {
            return default;
        }

        var last = ReadRangeEnd(line, ref i, first);
        var close = i;
        while (close < line.Length && line[close] is ' ' or '\t')
        {
            close++;
        }

        // "Question 2 is answered above" speaks of a question; "Question 2:" and "Question 2 The CCG" head an answer.
        var heads = close == line.Length || line[close] is ':' or '.' or ')' or '-' or '\u2013' or '\u2014' or ']' or '|' or '>' or '*' or '/' or '('
            || (line[close] == ',' && !StartsWithDigit(line[close..].TrimStart(", ")))
            || (close > i && char.IsUpper(line[close]))
            || (isQ && close > i && !SpeaksOfQuestion(line[close..]));
        return led || heads ? new QuestionMarker(MarkerStrength.Named, first, last, EndOfPunctuation(line, i)) : default;
    }

    /// <summary>"Q4 is answered above" and "Q4 2016" head nothing; "Q4 4 of 5" does.</summary>
    private static bool SpeaksOfQuestion(ReadOnlySpan<char> rest)
    {
        foreach (var word in (ReadOnlySpan<string>)["is ", "was ", "are ", "and ", "above", "below", "refers", "asks", "of ", "in ", "for ", "20"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static QuestionMarker ReadPlain(ReadOnlySpan<char> line, int start, bool bareIsEnough)
    {
        var i = start;
        var bracket = line[i] is '(' or '[';
        i += bracket ? 1 : 0;
        var roman = false;
        if (!ReadNumber(line, ref i, out var first) && !(roman = ReadRoman(line, ref i, out first)))
        {
            return default;
        }

        var last = roman ? first : ReadRangeEnd(line, ref i, first);
        if (i == line.Length)
        {
            return bareIsEnough && !roman ? new QuestionMarker(MarkerStrength.Plain, first, last, i) : default;
        }

        var closed = line[i] switch
        {
            ')' or ']' => true,
            '.' or ':' => i + 1 == line.Length || !char.IsAsciiDigit(line[i + 1]),
            ' ' or '\t' => !bracket && !roman && IsSpacedDash(line[i..]),
            _ => false,
        };
        return closed && (!bracket || line[i] is ')' or ']') ? new QuestionMarker(MarkerStrength.Plain, first, last, EndOfPunctuation(line, i)) : default;
    }

    private static bool IsSpacedDash(ReadOnlySpan<char> rest)
    {
        var dash = rest.TrimStart();
        return dash.Length > 1 && dash[0] is '-' or '\u2013' or '\u2014' && dash[1] is ' ' or '\t';
    }

    /// <summary>One or two digits and the letter of a sub-question: <c>4</c>, <c>12</c>, <c>1a</c>.</summary>
    private static bool ReadNumber(ReadOnlySpan<char> line, ref int i, out int number)
    {
        var end = i;
        while (end < line.Length && char.IsAsciiDigit(line[end]) && end - i < 3)
        {
            end++;
        }

        number = 0;
        if (end == i || end - i > 2 || !int.TryParse(line[i..end], NumberStyles.None, CultureInfo.InvariantCulture, out number) || number == 0)
        {
            return false;
        }

        if (end < line.Length && char.IsAsciiLetterLower(line[end]) && (end + 1 == line.Length || !char.IsLetterOrDigit(line[end + 1])))
        {
            end++;
        }

        if (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '%'))
        {
            return false;
        }

        i = end;
        return true;
    }

    private static bool ReadRoman(ReadOnlySpan<char> line, ref int i, out int number)
    {
        var end = i;
        while (end < line.Length && line[end] is 'i' or 'v' or 'x' or 'I' or 'V' or 'X')
        {
            end++;
        }

        number = 0;
        for (var r = 0; r < Romans.Length && end > i; r++)
        {
            if (line[i..end].Equals(Romans[r], StringComparison.OrdinalIgnoreCase))
            {
                number = r + 1;
                i = end;
                return true;
            }
        }

        return false;
    }

    private static int ReadRangeEnd(ReadOnlySpan<char> line, ref int i, int first)
    {
        var rest = line[i..];
        var trimmed = rest.TrimStart();
        var skip = rest.Length - trimmed.Length;
        foreach (var link in (ReadOnlySpan<string>)["to ", "and ", "- ", "-", "\u2013 ", "\u2013", "& ", "&", "through "])
        {
            if (!trimmed.StartsWith(link, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var after = trimmed[link.Length..].TrimStart();
            var name = after.StartsWith("Q", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var end = i + skip + (trimmed.Length - after.Length) + name;
            if (ReadNumber(line, ref end, out var last) && last > first && last - first < 20)
            {
                i = end;
                return last;
            }

            return first;
        }

        return first;
    }

    private static int EndOfPunctuation(ReadOnlySpan<char> line, int i)
    {
        while (i < line.Length && line[i] is ' ' or '\t' or '.' or ':' or ')' or ']' or '-' or '\u2013' or '\u2014' or '*' or '_' or ',' or '>'
            && !IsSign(line, i))
        {
            i++;
        }

        return i;
    }

    /// <summary><c>4. -4</c> answers with a negative number; <c>4 - four tenders</c> and <c>4.- 4</c> do not.</summary>
    private static bool IsSign(ReadOnlySpan<char> line, int i) =>
        i > 0 && line[i] is '-' or '\u2013' && line[i - 1] is ' ' or '\t' && StartsWithDigit(line[(i + 1)..]);

    private static bool StartsWithDigit(ReadOnlySpan<char> text) => !text.IsEmpty && char.IsAsciiDigit(text[0]);
}
