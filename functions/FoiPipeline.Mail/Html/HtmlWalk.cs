namespace FoiPipeline.Mailing.Html;

/// <summary>
/// Writes a page's text while its tags go by. Open elements are kept on a stack of bounded height: what is nested deeper is read, but no longer
/// laid out, so that time and memory stay in proportion to the page.
/// </summary>
internal sealed class HtmlWalk
{
    private const int DeepestElement = 256;
    private const int DeepestTable = 12;
    private const int DeepestQuote = 20;

    /// <summary>What Outlook writes for a rule in plain text; it stands above the header of a quoted mail.</summary>
    private const string Rule = "________________________________";

    private readonly TextLines _page = new();
    private readonly List<OpenElement> _open = [];
    private readonly Stack<TableRows> _tables = new();
    private readonly Stack<ListMarks> _lists = new();
    private LinkText? _link;
    private int _tooDeep;
    private int _hidden;
    private int _pre;
    private int _quotes;

    private TextLines Lines => _tables.Count > 0 ? _tables.Peek().Current : _page;

    private int Quote => Math.Min(_quotes, DeepestQuote);

    public IReadOnlyList<TextLine> Read(HtmlTokens tokens)
    {
        while (tokens.TryRead(out var token))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.StartTag:
                    Start(token);
                    break;
                case HtmlTokenKind.EndTag:
                    End(token.Text);
                    break;
                default:
                    Write(token.Text);
                    break;
            }
        }

        CloseTo(0);
        _page.StartBlock(isSpaced: false);
        return _page.Written;
    }

    private void Write(string text)
    {
        if (_hidden > 0)
        {
            return;
        }

        _link?.Hear(text);
        if (_pre > 0)
        {
            Lines.WriteAsItIs(text, Quote);
        }
        else
        {
            Lines.WriteFlowing(text, Quote);
        }
    }

    private void Start(HtmlToken tag)
    {
        CloseImplied(tag.Text);
        if (HtmlElements.IsVoid(tag.Text))
        {
            WriteVoid(tag.Text);
            return;
        }

        if (_open.Count >= DeepestElement)
        {
            _tooDeep += tag.IsSelfClosing ? 0 : 1;
            Separate(tag.Text, isSpaced: false);
            return;
        }

        var element = OpenElement.Of(tag, mayOpenTable: _tables.Count < DeepestTable);
        _open.Add(element);
        Enter(element, tag);
        if (tag.IsSelfClosing && !HtmlElements.IsBlock(tag.Text))
        {
            // Office writes <o:p/> and <xml/>; a slash in HTML's own elements means nothing, but an empty span does no harm either.
            CloseTo(_open.Count - 1);
        }
    }

    private void WriteVoid(string name)
    {
        if (_hidden > 0)
        {
            return;
        }

        if (name == "br")
        {
            Lines.Break(Quote);
            _link?.Hear(" ");
        }
        else if (name == "hr")
        {
            Lines.StartBlock(isSpaced: false);
            Lines.WriteFlowing(Rule, Quote);
            Lines.StartBlock(isSpaced: false);
        }
    }

    private void Enter(OpenElement element, HtmlToken tag)
    {
        _hidden += element.IsHidden ? 1 : 0;
        Separate(element.Name, element.IsSpaced && !(HtmlElements.IsList(element.Name) && _lists.Count > 0));
        _pre += element.IsPre ? 1 : 0;
        _quotes += element.Name == "blockquote" ? 1 : 0;
        switch (element.Name)
        {
            case "a":
                _link = new LinkText(tag.Attributes.Href);
                break;
            case "table" when element.IsTable:
                Lines.HasTable = true;
                _tables.Push(new TableRows(Lines));
                break;
            case "td" or "th" when _tables.Count > 0:
                _tables.Peek().StartCell();
                break;
            case "tr" when _tables.Count > 0:
                _tables.Peek().EndRow();
                break;
            case "li" when _hidden == 0:
                Lines.StartItem(_lists.Count > 0 ? _lists.Peek().Next(tag.Attributes.Value) : "- ");
                break;
            case var name when HtmlElements.IsList(name):
                _lists.Push(new ListMarks(name == "ol", tag.Attributes.Start, tag.Attributes.Type, _lists.Count + 1));
                break;
            default:
                break;
        }
    }

    private void Leave(OpenElement element)
    {
        switch (element.Name)
        {
            case "a":
                EndLink();
                break;
            case "table" when element.IsTable:
                _tables.Peek().EndRow();
                _tables.Pop();
                break;
            case "tr" when _tables.Count > 0:
                _tables.Peek().EndRow();
                break;
            case "td" or "th" when _tables.Count > 0:
                _tables.Peek().EndCell();
                break;
            case "li":
                Lines.StartBlock(isSpaced: false);
                Lines.EndItem();
                break;
            case var name when HtmlElements.IsList(name):
                _lists.Pop();
                break;
            default:
                break;
        }

        Separate(element.Name, element.IsSpaced && !(HtmlElements.IsList(element.Name) && _lists.Count > 0));
        _quotes -= element.Name == "blockquote" ? 1 : 0;
        _pre -= element.IsPre ? 1 : 0;
        _hidden -= element.IsHidden ? 1 : 0;
    }

    private void Separate(string name, bool isSpaced)
    {
        if (_hidden == 0 && HtmlElements.IsBlock(name))
        {
            Lines.StartBlock(isSpaced);
        }
    }

    private void EndLink()
    {
        if (_link?.Address() is { } address && _hidden == 0)
        {
            Lines.WriteFlowing($" <{address}>", Quote);
        }

        _link = null;
    }

    private void End(string name)
    {
        if (name == "br")
        {
            WriteVoid(name);
            return;
        }

        if (_tooDeep > 0)
        {
            _tooDeep--;
            Separate(name, isSpaced: false);
            return;
        }

        var isBlock = HtmlElements.IsBlock(name);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Name == name)
            {
                CloseTo(i);
                return;
            }

            if (open.IsBlock && (!isBlock || HtmlElements.Fences(open.Name, name)))
            {
                // The end of a bold or a span within which a block was begun: the block goes on.
                return;
            }
        }
    }

    private void CloseImplied(string start)
    {
        if (!HtmlElements.EndsAnything(start))
        {
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (!open.IsBlock && open.Name != "option")
            {
                continue;
            }

            if (HtmlElements.Fences(open.Name, start) || (open.Name is "div" or "blockquote" or "li" && start != "li"))
            {
                return;
            }

            if (HtmlElements.Ends(start, open.Name))
            {
                CloseTo(i);
            }
        }
    }

    private void CloseTo(int count)
    {
        while (_open.Count > count)
        {
            var element = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            Leave(element);
        }
    }
}
