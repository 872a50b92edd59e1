using System.Text;

namespace FoiPipeline.Mailing.Html;

/// <param name="Quote">How many quotations the line stands in.</param>
/// <param name="Text">The line, empty for a blank one.</param>
internal readonly record struct TextLine(int Quote, string Text);

/// <summary>
/// Lines as they are written: blanks run together, empty lines never twice in a row. A table cell is written to lines of its own until it is
/// known how its row reads.
/// </summary>
internal sealed class TextLines
{
    private readonly StringBuilder _line = new();
    private bool _isOpen;
    private bool _blankDue;
    private bool _spaceDue;
    private int _openQuote;
    private string _marker = "";

    public List<TextLine> Written { get; } = [];

    public bool HasTable { get; set; }

    /// <summary>Text in which blanks and line ends mean no more than one blank.</summary>
    public void WriteFlowing(string text, int quote)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _spaceDue = _isOpen;
            }
            else if (c == '\u00a0')
            {
                // A no-break space keeps an otherwise empty line; next to another blank it adds nothing.
                Open(quote);
                _spaceDue = _line.Length > 0;
            }
            else if (!IsInvisible(c))
            {
                Open(quote);
                if (_spaceDue && _line.Length > 0)
                {
                    _line.Append(' ');
                }

                _spaceDue = false;
                _line.Append(c);
            }
        }
    }

    /// <summary>Text whose blanks and line ends are meant.</summary>
    public void WriteAsItIs(string text, int quote)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                Break(quote);
            }
            else if (c != '\r' && !IsInvisible(c))
            {
                Open(quote);
                _line.Append(c == '\u00a0' ? ' ' : c);
            }
        }
    }

    /// <summary>Ends the line, be it empty.</summary>
    public void Break(int quote)
    {
        Open(quote);
        Close();
    }

    /// <summary>Ends the line if one was begun; what follows stands apart by an empty line if that is asked for.</summary>
    public void StartBlock(bool isSpaced)
    {
        if (_isOpen)
        {
            Close();
        }

        // Between a list item's mark and its first paragraph there is no empty line.
        _blankDue |= isSpaced && _marker.Length == 0;
    }

    /// <summary>The mark stands before whatever comes next.</summary>
    public void StartItem(string marker)
    {
        StartBlock(isSpaced: false);
        _marker = marker;
    }

    public void EndItem() => _marker = "";

    public void Append(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Text.Length == 0)
            {
                _blankDue = true;
                continue;
            }

            Open(line.Quote);
            _line.Append(line.Text);
            Close();
        }
    }

    private void Open(int quote)
    {
        if (_isOpen)
        {
            return;
        }

        if (_blankDue && Written.Count > 0 && Written[^1].Text.Length > 0)
        {
            Written.Add(new TextLine(Math.Min(Written[^1].Quote, quote), ""));
        }

        _line.Append(_marker);
        (_isOpen, _blankDue, _spaceDue, _openQuote, _marker) = (true, false, false, quote, "");
    }

    private void Close()
    {
        var text = _line.ToString().TrimEnd();
        if (text.Length > 0 || (Written.Count > 0 && Written[^1].Text.Length > 0))
        {
            Written.Add(new TextLine(_openQuote, text));
        }

        _line.Clear();
        (_isOpen, _spaceDue) = (false, false);
    }

    /// <summary>Soft hyphens and fillers that newsletters put in by the hundred.</summary>
    private static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\ufeff' or '\u034f' or '\0';
}
