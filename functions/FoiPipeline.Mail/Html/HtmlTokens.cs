namespace FoiPipeline.Mailing.Html;

/// <summary>
/// Cuts a page into text and tags in one pass, as browsers do it (HTML Living Standard section 13.2.5), leaving out comments, declarations and
/// what is no text. No tree is built: trees of hostile pages cost time and memory out of all proportion to the page.
/// </summary>
internal sealed class HtmlTokens(string page)
{
    /// <summary>What stands inside is no markup; for these it is no text either.</summary>
    private static readonly HashSet<string> RawElements = new(StringComparer.Ordinal) { "script", "style", "title", "iframe", "noembed", "noframes" };

    private int _position;

    /// <returns>False at the end of the page.</returns>
    public bool TryRead(out HtmlToken token)
    {
        while (_position < page.Length)
        {
            if (page[_position] != '<' || !StartsMarkup())
            {
                token = new HtmlToken(HtmlTokenKind.Text, ReadText(), HtmlAttributes.None, IsSelfClosing: false);
                return true;
            }

            var next = page[_position + 1];
            if (next is '!' or '?' || (next == '/' && !IsLetter(_position + 2)))
            {
                SkipDeclaration();
                continue;
            }

            if (TryReadTag(isEnd: next == '/', out token))
            {
                return true;
            }
        }

        token = default;
        return false;
    }

    private bool StartsMarkup() => IsLetter(_position + 1) || (_position + 1 < page.Length && page[_position + 1] is '!' or '?' or '/');

    private bool IsLetter(int index) => index < page.Length && char.IsAsciiLetter(page[index]);

    private string ReadText()
    {
        // A '<' that starts no markup is text itself.
        var end = page.IndexOf('<', _position + 1);
        end = end < 0 ? page.Length : end;
        var text = HtmlEntities.Decode(page.AsSpan(_position, end - _position));
        _position = end;
        return text;
    }

    private void SkipDeclaration()
    {
        var isComment = page.AsSpan(_position).StartsWith("<!--", StringComparison.Ordinal);
        if (isComment && page.AsSpan(_position + 4) is ['>', ..] or ['-', '>', ..])
        {
            _position = page.IndexOf('>', _position) + 1;
            return;
        }

        var mark = isComment ? "-->" : ">";
        var end = page.IndexOf(mark, _position + 2, StringComparison.Ordinal);
        _position = end < 0 ? page.Length : end + mark.Length;
    }

    /// <returns>False if the page ends within the tag: browsers show nothing of it.</returns>
    private bool TryReadTag(bool isEnd, out HtmlToken token)
    {
        var start = _position + (isEnd ? 2 : 1);
        var end = EndOfName(start, stopAtEquals: false);
        var name = page.AsSpan(start, Math.Min(end - start, 30)).ToString().ToLowerInvariant();
        var attributes = HtmlAttributes.None;
        var isSelfClosing = false;
        _position = end;
        while (_position < page.Length && page[_position] != '>')
        {
            isSelfClosing = page[_position] == '/';
            if (isSelfClosing || char.IsWhiteSpace(page[_position]))
            {
                _position++;
                continue;
            }

            ReadAttribute(ref attributes);
        }

        token = new HtmlToken(isEnd ? HtmlTokenKind.EndTag : HtmlTokenKind.StartTag, name, attributes, isSelfClosing);
        if (_position >= page.Length)
        {
            return false;
        }

        _position++;
        if (!isEnd && RawElements.Contains(name))
        {
            SkipRaw(name);
        }

        return true;
    }

    private int EndOfName(int start, bool stopAtEquals)
    {
        var end = start;
        while (end < page.Length && !char.IsWhiteSpace(page[end]) && page[end] is not ('/' or '>') && !(stopAtEquals && page[end] == '='))
        {
            end++;
        }

        return end;
    }

    private void ReadAttribute(ref HtmlAttributes attributes)
    {
        var start = _position;
        // An equals sign at the start belongs to the name.
        var end = EndOfName(start + 1, stopAtEquals: true);
        _position = end;
        while (_position < page.Length && char.IsWhiteSpace(page[_position]))
        {
            _position++;
        }

        var value = ReadOnlySpan<char>.Empty;
        if (_position < page.Length && page[_position] == '=')
        {
            _position++;
            value = ReadValue();
        }

        var name = page.AsSpan(start, end - start);
        if (HtmlAttributes.Matters(name))
        {
            attributes = attributes.With(name, HtmlEntities.Decode(value));
        }
    }

    private ReadOnlySpan<char> ReadValue()
    {
        while (_position < page.Length && char.IsWhiteSpace(page[_position]))
        {
            _position++;
        }

        var start = _position;
        if (start >= page.Length)
        {
            return [];
        }

        if (page[start] is '"' or '\'')
        {
            var close = page.IndexOf(page[start], start + 1);
            _position = close < 0 ? page.Length : close + 1;
            return page.AsSpan(start + 1, (close < 0 ? page.Length : close) - start - 1);
        }

        while (_position < page.Length && !char.IsWhiteSpace(page[_position]) && page[_position] != '>')
        {
            _position++;
        }

        return page.AsSpan(start, _position - start);
    }

    private void SkipRaw(string name)
    {
        var end = page.IndexOf("</" + name, _position, StringComparison.OrdinalIgnoreCase);
        _position = end < 0 ? page.Length : end;
    }
}
