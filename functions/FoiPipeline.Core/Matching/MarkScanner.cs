using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// Finds what is ours in any text: tokens, Message-IDs and references, however retyped or re-encoded. Linear in the text: it jumps from one
/// occurrence of the round's prefix (or of our mailbox's name) to the next and reads at most a line from there.
/// </summary>
internal sealed class MarkScanner(AuthorityIndex index)
{
    /// <summary>More marks than this tell nothing more.</summary>
    private const int MostMarks = 200;

    private const int LongestMessageId = 48;
    private const int LongestTag = 40;

    private readonly string _mailboxName = index.Mailbox.Split('@')[0];

    public IReadOnlyList<Mark> Scan(string text)
    {
        var marks = new List<Mark>();
        ScanFor(text, index.Prefix, ReadMark, marks);
        ScanFor(text, _mailboxName, ReadTag, marks);
        return marks;
    }

    private delegate Mark? Reader(string text, int start, int at, int lastEnd, out int end);

    private static void ScanFor(string text, string anchor, Reader read, List<Mark> marks)
    {
        var lastEnd = -1;
        for (var from = 0; anchor.Length > 0 && marks.Count < MostMarks && from < text.Length;)
        {
            var start = text.IndexOf(anchor, from, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
            {
                return;
            }

            from = start + anchor.Length;
            if (Glyphs.IsFreshStart(text, start) && read(text, start, from, lastEnd, out var end) is { } mark)
            {
                marks.Add(mark);
                lastEnd = end;
                from = Math.Max(from, end);
            }
        }
    }

    private Mark? ReadMark(string text, int start, int at, int lastEnd, out int end)
    {
        end = at;
        if (ReadMessageId(text, start, at, ref end) is { } letter)
        {
            return letter;
        }

        if (end > at || (start != lastEnd + 1 && ContinuesACode(text, start)))
        {
            return null;
        }

        var glyphs = new Glyphs(text, at);
        var separator = Separators.Read(ref glyphs);
        var code = glyphs.NextRun(12);
        return AuthorityId.TryParse(code, out var id) ? Judge(text, start, separator, code, id, glyphs, out end) : null;
    }

    private Mark? Judge(string text, int start, Separator separator, string code, AuthorityId id, Glyphs glyphs, out int end)
    {
        end = glyphs.At;
        if (separator == Separator.Hyphen && ReadToken(text, start, id, glyphs, ref end) is { } token)
        {
            return token;
        }

        end = glyphs.At;
        if (GoesOn(separator, glyphs))
        {
            return null;
        }

        var words = text[start..end];
        if (index.Contains(id))
        {
            return CanStandFor(separator, code) ? new Mark(MarkKind.Reference, id, words) : null;
        }

        // A prefix without a digit ('FOI') starts the references of half the country, and theirs need not be on our register.
        return separator is Separator.Hyphen or Separator.Slash && index.Prefix.Any(char.IsAsciiDigit) && index.LooksLikeAnId(id.Value)
            ? new Mark(MarkKind.UnknownReference, null, words, index.LookingLike(id.Value))
            : null;
    }

    /// <summary>With nothing or only a space between, an id made of letters alone might be a word, and one of digits alone any number.</summary>
    private static bool CanStandFor(Separator separator, string code) => separator switch
    {
        Separator.None => code.Any(char.IsAsciiDigit) && code.Any(char.IsAsciiLetter),
        Separator.Space => code.Any(char.IsAsciiDigit) || code.All(char.IsAsciiLetterUpper),
        _ => true,
    };

    private Mark? ReadToken(string text, int start, AuthorityId id, Glyphs glyphs, ref int end)
    {
        if (glyphs.Next() != '-')
        {
            return null;
        }

        var last = glyphs.NextRun(6);
        end = glyphs.At;
        var isAddress = glyphs.Peek() == '@' || PlusBefore(text, start);
        if (last.Length is < 3 or > 5 || (last.Length != 4 && !isAddress))
        {
            return null;
        }

        var token = $"{index.Prefix}-{id}-{last}".ToLowerInvariant();
        if (token == ReplyToken.For(new Reference(index.Prefix, id)))
        {
            return index.Contains(id) ? new Mark(MarkKind.Token, id, text[start..end]) : new Mark(MarkKind.Foreign, null, text[start..end], []);
        }

        var nearest = TokenRepair.Nearest(index, token);
        return isAddress || nearest.Count > 0 ? new Mark(MarkKind.DamagedToken, null, text[start..end], nearest) : null;
    }

    /// <summary><c>sv16.02n.initial.1.k7q2@...</c>. One that is forged or damaged is passed over, and must not be read as a reference.</summary>
    private Mark? ReadMessageId(string text, int start, int at, ref int end)
    {
        var glyphs = new Glyphs(text, at);
        if (glyphs.Next() != '.')
        {
            return null;
        }

        var rest = glyphs.NextRun(LongestMessageId, ".");
        if (glyphs.Peek() != '@')
        {
            return null;
        }

        end = glyphs.At;
        if (!LetterMessageId.TryParse($"{index.Prefix}.{rest}@", out var letter))
        {
            return null;
        }

        return index.Contains(letter.Authority)
            ? new Mark(MarkKind.MessageId, letter.Authority, text[start..end])
            : new Mark(MarkKind.Foreign, null, text[start..end], []);
    }

    /// <summary>A reply address of ours whose tag does not even start with our prefix: another round's, or damaged there.</summary>
    private Mark? ReadTag(string text, int start, int at, int lastEnd, out int end)
    {
        var glyphs = new Glyphs(text, at);
        end = at;
        if (glyphs.Next() != '+')
        {
            return null;
        }

        var tag = glyphs.NextRun(LongestTag, "-").ToLowerInvariant();
        if (glyphs.Peek() != '@' || tag.StartsWith($"{index.Prefix}-", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        end = glyphs.At;
        var words = text[start..end];
        if (tag.Split('-') is not [{ Length: >= 2 and <= 9 } prefix, var code, { Length: >= 3 and <= 5 }])
        {
            return null;
        }

        if (AuthorityId.TryParse(code, out var id) && ReplyToken.For(new Reference(prefix, id)) == tag)
        {
            return new Mark(MarkKind.Foreign, null, words, []);
        }

        return new Mark(MarkKind.DamagedToken, null, words, TokenRepair.Nearest(index, tag));
    }

    /// <summary>Whether the code goes on after the id, so that it is none of ours: <c>SV16-02N-17/3</c>. A word may follow, or our prefix again.</summary>
    private bool GoesOn(Separator separator, Glyphs glyphs)
    {
        var sign = glyphs.Next();
        if (char.IsLetterOrDigit(sign) || (sign is not ('-' or '/') && !(sign == '.' && separator == Separator.Other)))
        {
            return char.IsLetterOrDigit(sign);
        }

        var run = glyphs.NextRun(12);
        return sign == '.'
            ? run.Length > 0
            : run.Any(char.IsAsciiDigit) && !run.StartsWith(index.Prefix, StringComparison.OrdinalIgnoreCase);
    }

    private static bool ContinuesACode(string text, int start) => start >= 2 && text[start - 1] is '-' or '/' && char.IsAsciiDigit(text[start - 2]);

    private static bool PlusBefore(string text, int start) =>
        (start > 0 && text[start - 1] == '+') || (start > 2 && text.AsSpan(start - 3, 3) is "=2B" or "%2B" or "%2b" or "=2b");
}
