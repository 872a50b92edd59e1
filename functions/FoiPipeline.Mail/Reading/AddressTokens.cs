using System.Text;

namespace FoiPipeline.Mailing.Reading;

internal enum AddressTokenKind
{
    /// <summary>Characters without blanks: a word of a name, an encoded word, an address without brackets.</summary>
    Word,

    /// <summary>Text that stood in quotes, unescaped.</summary>
    Quoted,

    /// <summary>Text that stood in parentheses.</summary>
    Comment,

    /// <summary>What stood between angle brackets.</summary>
    Angle,
    Comma,
    GroupStart,
    GroupEnd,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without the marks around it.</param>
/// <param name="IsGlued">Whether it follows the token before without a blank.</param>
internal readonly record struct AddressToken(AddressTokenKind Kind, string Text, bool IsGlued);

/// <summary>Cuts an address header into tokens, in one pass whatever it holds.</summary>
internal struct AddressTokens(string source)
{
    private int _position = 0;
    private bool _quotesClose = true;
    private bool _commentsNest = true;
    private bool _commentsClose = true;

    public bool TryRead(out AddressToken token)
    {
        var start = _position;
        while (_position < source.Length && char.IsWhiteSpace(source[_position]))
        {
            _position++;
        }

        token = default;
        if (_position >= source.Length)
        {
            return false;
        }

        var isGlued = start > 0 && start == _position;
        var (kind, text) = Next();
        token = new AddressToken(kind, text, isGlued);
        return true;
    }

    private (AddressTokenKind Kind, string Text) Next()
    {
        switch (source[_position])
        {
            case ',':
                _position++;
                return (AddressTokenKind.Comma, ",");
            case ';':
                _position++;
                return (AddressTokenKind.GroupEnd, ";");
            case ':':
                _position++;
                return (AddressTokenKind.GroupStart, ":");
            case '<':
                return (AddressTokenKind.Angle, ReadAngle());
            case '"' when TryReadQuoted(out var quoted):
                return (AddressTokenKind.Quoted, quoted);
            case '(' when TryReadComment(out var comment):
                return (AddressTokenKind.Comment, comment);
            default:
                return (AddressTokenKind.Word, ReadWord());
        }
    }

    private string ReadWord()
    {
        var start = _position;
        if (EncodedWords.EndOf(source, _position) is var end and > 0 && source.AsSpan(start, end - start).IndexOfAny(" \t") < 0)
        {
            _position = end;
            return source[start..end];
        }

        // The first character is taken even if it is a mark, so that every call moves on.
        _position++;
        var literal = source[start] == '[';
        while (_position < source.Length && !EndsWord(source[_position], literal) && !StartsEncodedWord())
        {
            literal = source[_position] == '[' || (literal && source[_position] != ']');
            _position++;
        }

        return source[start.._position];
    }

    private readonly bool StartsEncodedWord() => source.AsSpan(_position).StartsWith("=?", StringComparison.Ordinal);

    private static bool EndsWord(char c, bool inLiteral) =>
        char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>' or '"' or '(' || (c == ':' && !inLiteral);

    private string ReadAngle()
    {
        var start = _position + 1;
        var end = source.AsSpan(start).IndexOfAny("><,;");
        if (end == 0 && source[start] == '<')
        {
            // '<<joe@...>>'
            _position++;
            return ReadAngle(start + 1);
        }

        return ReadAngle(start);
    }

    /// <summary>Ends at the closing bracket; where that is missing, at the comma or bracket of the next address. A quoted local part may hold either.</summary>
    private string ReadAngle(int start)
    {
        var quoted = false;
        var end = start;
        while (end < source.Length && (quoted || source[end] is not ('>' or '<' or ';')))
        {
            if (source[end] == ',' && !quoted && (end == start || source[start] != '@'))
            {
                break;
            }

            quoted ^= source[end] == '"' && _quotesClose;
            end++;
        }

        if (quoted)
        {
            _quotesClose = false;
            return ReadAngle(start);
        }

        if (end == source.Length || source[end] != '>')
        {
            end = start + EndOfUnclosed(source.AsSpan(start, end - start));
        }

        _position = end;
        while (_position < source.Length && source[_position] == '>')
        {
            _position++;
        }

        return source[start..end].Trim();
    }

    /// <summary>Without a closing bracket the address ends at the first blank behind its at sign.</summary>
    private static int EndOfUnclosed(ReadOnlySpan<char> content)
    {
        var at = content.IndexOf('@');
        var blank = at < 0 ? -1 : content[at..].TrimStart("@ \t").IndexOfAny(' ', '\t');
        return blank < 0 ? content.Length : content.Length - content[at..].TrimStart("@ \t").Length + blank;
    }

    private bool TryReadQuoted(out string text)
    {
        text = "";
        if (!_quotesClose)
        {
            return false;
        }

        var content = new StringBuilder();
        for (var i = _position + 1; i < source.Length; i++)
        {
            if (source[i] == '"')
            {
                _position = i + 1;
                text = content.ToString();
                return true;
            }

            if (source[i] == '\\' && i + 1 < source.Length)
            {
                i++;
            }

            content.Append(source[i]);
        }

        _quotesClose = false;
        return false;
    }

    private bool TryReadComment(out string text)
    {
        text = "";
        var end = _commentsNest ? NestedEnd() : -1;
        if (end < 0 && _commentsClose)
        {
            _commentsNest = false;
            end = source.IndexOf(')', _position);
            _commentsClose = end >= 0;
        }

        if (end < 0)
        {
            return false;
        }

        text = source[(_position + 1)..end].Trim();
        _position = end + 1;
        return true;
    }

    private readonly int NestedEnd()
    {
        var depth = 0;
        for (var i = _position; i < source.Length; i++)
        {
            if (source[i] == '\\')
            {
                i++;
            }
            else if (source[i] == '(')
            {
                depth++;
            }
            else if (source[i] == ')' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
