using System.Text;
using FoiPipeline.Core.Replies.Quoting;

namespace FoiPipeline.Core.Replies.Answering;

/// <summary>
/// The lines of a document as they were written: what the margin of a page broke is put together again, over the end of a page too. A number at
/// the foot of a page is no line of the letter.
/// </summary>
internal sealed class PrintedLines
{
    private readonly List<(string Text, string Place)> _lines = [];
    private readonly StringBuilder _open = new();
    private readonly int _width;
    private string _place = "";
    private string _last = "";

    private PrintedLines(int width) => _width = width;

    /// <param name="passages">The document.</param>
    /// <param name="most">Characters after which nothing further is read.</param>
    public static IReadOnlyList<(string Text, string Place)> Of(IEnumerable<Passage> passages, int most)
    {
        var pages = new List<(List<string> Lines, Passage Passage)>();
        foreach (var passage in passages)
        {
            if (most <= 0)
            {
                break;
            }

            pages.Add((LinesOf(passage, most), passage));
            most -= passage.Text.Length;
        }

        var printed = new PrintedLines(LineWrap.Width(pages.SelectMany(p => p.Lines)));
        foreach (var (lines, passage) in pages)
        {
            printed.Add(lines, passage);
        }

        printed.Close();
        return printed._lines;
    }

    private static List<string> LinesOf(Passage passage, int most)
    {
        var lines = BodyText.Lines(passage.Text.Length > most ? passage.Text[..most] : passage.Text);
        if (passage.Page is not null)
        {
            lines.RemoveAll(IsPageNumber);
        }

        return lines;
    }

    /// <summary>"Page 2", "Page 1 of 4".</summary>
    private static bool IsPageNumber(string line)
    {
        var text = line.AsSpan().Trim(" \t-\u2013|");
        return text.Length is > 5 and < 20 && text.StartsWith("page ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[5]) && char.IsAsciiDigit(text[^1]);
    }

    private void Add(List<string> lines, Passage passage)
    {
        // A place within the document is a paragraph, and that has been broken by nobody.
        var isBroken = passage.Place.Length == 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (isBroken && LineWrap.GoesOn(_last, lines[i], _width))
            {
                _open.Append(EndsInHyphen(_last) && char.IsLower(lines[i].AsSpan().TrimStart()[0]) ? "" : " ").Append(lines[i].AsSpan().Trim());
            }
            else
            {
                Close();
                if (i == 0 && _lines.Count > 0)
                {
                    _lines.Add(("", _place));
                }

                _place = Place(passage);
                _open.Append(lines[i].AsSpan().TrimEnd());
            }

            _last = isBroken ? lines[i] : "";
        }
    }

    private void Close()
    {
        if (_open.Length > 0 || _place.Length > 0)
        {
            _lines.Add((_open.ToString(), _place));
        }

        _open.Clear();
    }

    private static bool EndsInHyphen(string line)
    {
        var text = line.AsSpan().TrimEnd();
        return text.Length > 1 && text[^1] == '-' && char.IsLetter(text[^2]);
    }

    private static string Place(Passage passage) => passage switch
    {
        { Page: { } page, Place.Length: > 0 } => $"page {page}, {passage.Place}",
        { Page: { } page } => $"page {page}",
        _ => passage.Place,
    };
}
