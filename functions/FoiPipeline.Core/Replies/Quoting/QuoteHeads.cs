using System.Buffers;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// Recognises how mail programs introduce the mail they answer: Outlook, Gmail, Apple Mail, Thunderbird, Lotus Notes, GroupWise, ticket
/// systems. Compares strings only, so that a hostile body costs no more than its length.
/// </summary>
internal static class QuoteHeads
{
    private const int LongestAttribution = 400;
    private const int LongestReplyAbove = 80;

    private static readonly string[] Wrote =
    [
        "wrote:", "writes:", "wrote :", "schrieb:", "a écrit :", "a écrit:", "escribió:", "ha scritto:", "skrev:", "schreef:", "escreveu:",
        "napisał(a):",
    ];

    private static readonly string[] AttributionStarts =
        ["on ", "at ", "in message ", "le ", "am ", "el ", "il ", "den ", "op ", "em ", "dnia ", "w dniu "];

    private static readonly string[] OriginalWords =
    [
        "original message", "original appointment", "original email", "original e-mail", "reply message", "previous message",
        "contents of the undelivered", "original headers", "this is a copy of the", "message headers follow", "returned message",
        "below this line is a copy", "the header of the original", "undelivered message",
        "ursprüngliche nachricht", "message d'origine", "mensaje original", "messaggio originale", "oorspronkelijk bericht",
    ];

    private static readonly string[] ForwardWords =
    [
        "forwarded message", "forwarded by", "begin forwarded", "weitergeleitete nachricht", "message transféré",
    ];

    private static readonly SearchValues<string> ReplyAboveWords = SearchValues.Create(
        ["reply above this line", "type your reply above", "reply above the line", "above this line to reply", "enter your reply above"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The introduction that starts at this line, if one does.</summary>
    public static QuoteHead At(IReadOnlyList<string> lines, int index)
    {
        var line = lines[index].AsSpan().Trim();
        if (line.IsEmpty)
        {
            return default;
        }

        if (line.Length < LongestReplyAbove && line.ContainsAny(ReplyAboveWords))
        {
            return new QuoteHead(QuoteStyle.ReplyAbove, 1);
        }

        var separator = Separator(line);
        if (separator != QuoteStyle.None)
        {
            return new QuoteHead(separator, 1 + HeaderBlock.LengthAt(lines, index + 1, atLeast: 1));
        }

        if (IsRule(line))
        {
            var block = HeaderBlock.LengthAt(lines, index + 1, atLeast: 2);
            return block > 0 ? new QuoteHead(QuoteStyle.Headers, 1 + block) : default;
        }

        var notes = NotesBlock.LengthAt(lines, index);
        if (notes > 0)
        {
            return new QuoteHead(QuoteStyle.Headers, notes);
        }

        var headers = HeaderBlock.LengthAt(lines, index, atLeast: 3);
        return headers > 0 ? new QuoteHead(QuoteStyle.Headers, headers) : Attribution(lines, index, line);
    }

    private static QuoteStyle Separator(ReadOnlySpan<char> line)
    {
        if (line.Length > 160)
        {
            return QuoteStyle.None;
        }

        var words = line.Trim("-_=*> ");
        var ruled = line.Length - words.Length >= 4;
        foreach (var forward in ForwardWords)
        {
            if (words.StartsWith(forward, StringComparison.OrdinalIgnoreCase) && (ruled || line.EndsWith(":")))
            {
                return QuoteStyle.Forward;
            }
        }

        foreach (var original in OriginalWords)
        {
            if (ruled && words.StartsWith(original, StringComparison.OrdinalIgnoreCase))
            {
                return QuoteStyle.Headers;
            }
        }

        return QuoteStyle.None;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.Length >= 5 && line.Trim("_-=*").IsEmpty;

    private static QuoteHead Attribution(IReadOnlyList<string> lines, int index, ReadOnlySpan<char> first)
    {
        if (IsGroupWise(first) || IsNotes(first) || IsBareGmail(first) || IsZoho(first))
        {
            return new QuoteHead(QuoteStyle.Attribution, 1);
        }

        var starts = StartsLikeAttribution(first);
        if (!starts && !first.Contains('@') && !first.Contains(" wrote", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var joined = "";
        for (var length = 1; length <= 4 && index + length <= lines.Count; length++)
        {
            var part = lines[index + length - 1].AsSpan().Trim();
            if (part.IsEmpty || (length > 1 && part[0] == '>') || joined.Length + part.Length > LongestAttribution)
            {
                break;
            }

            joined = length == 1 ? part.ToString() : $"{joined} {part}";
            if (EndsLikeAttribution(joined) && NamesAMail(joined, starts))
            {
                return new QuoteHead(QuoteStyle.Attribution, length);
            }

            if (!starts && length == 2)
            {
                break;
            }
        }

        return default;
    }

    private static bool StartsLikeAttribution(ReadOnlySpan<char> line)
    {
        foreach (var start in AttributionStarts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsLikeAttribution(string text)
    {
        foreach (var word in Wrote)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return text[^1] == ':' && text.Length < 160
            && (text.Contains(" wrote on ", StringComparison.OrdinalIgnoreCase) || text.Contains(" schrieb ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A date or an address stands in every real attribution; "as my colleague wrote:" has neither.</summary>
    private static bool NamesAMail(string text, bool startsWell) =>
        text.Contains('@', StringComparison.Ordinal) || (text.AsSpan().ContainsAnyInRange('0', '9') && (startsWell || text.Length < 160));

    private static bool IsGroupWise(ReadOnlySpan<char> line) =>
        line.StartsWith(">>> ", StringComparison.Ordinal) && line.EndsWith(">>>", StringComparison.Ordinal) && line.Length > 12;

    /// <summary>Zoho: <c>---- On Wed, 10 Aug 2016 10:02:33 +0100 jane@example.org wrote ----</c>.</summary>
    private static bool IsZoho(ReadOnlySpan<char> line)
    {
        var words = line.Trim("- ");
        return line.Length - words.Length >= 6 && line.Length < LongestAttribution && words.StartsWith("on ", StringComparison.OrdinalIgnoreCase)
            && words.EndsWith(" wrote", StringComparison.OrdinalIgnoreCase) && words.ContainsAnyInRange('0', '9');
    }

    /// <summary>Lotus Notes: <c>Jane Doe ---10/08/2016 10:02:33---Dear all, I am writing</c>.</summary>
    private static bool IsNotes(ReadOnlySpan<char> line)
    {
        var dashes = line.IndexOf("---", StringComparison.Ordinal);
        return dashes is > 1 and < 80 && line.Length > dashes + 12 && char.IsAsciiDigit(line[dashes + 3]) && line[(dashes + 4)..].Contains("---", StringComparison.Ordinal)
            && line.Slice(dashes + 3, 9).ContainsAny('/', '-', '.');
    }

    /// <summary>Older Gmail: <c>2016-08-10 10:02 GMT+01:00 Jane Doe &lt;jane@example.org&gt;:</c>.</summary>
    private static bool IsBareGmail(ReadOnlySpan<char> line) =>
        line.Length is > 20 and < 200 && line.EndsWith(">:", StringComparison.Ordinal) && line.Contains('@') && char.IsAsciiDigit(line[0]) && line[..20].ContainsAny('-', '/', ':');
}
