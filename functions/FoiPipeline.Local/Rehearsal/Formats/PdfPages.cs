using System.Globalization;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>Lays a sheet out on A4 pages as PDF drawing operators.</summary>
internal sealed class PdfPages
{
    private const double Left = 62;
    private const double Right = 533;
    private const double Top = 780;
    private const double Bottom = 70;
    private const double Size = 10.5;
    private const double Leading = 14;
    private const double Middle = 245;

    private readonly List<StringBuilder> _pages = [];
    private double _y;

    /// <summary>The content of each page, in code page 1252 once encoded.</summary>
    public static IReadOnlyList<string> Lay(Sheet sheet, bool letterhead)
    {
        var pages = new PdfPages();
        pages.NewPage();
        if (letterhead)
        {
            pages.Letterhead(sheet);
        }

        foreach (var block in sheet.Blocks)
        {
            pages.Add(block);
        }

        return pages.Finished();
    }

    private void Letterhead(Sheet sheet)
    {
        Page.Append("0 0.37 0.72 rg 62 795 471 6 re f 0 0.37 0.72 rg 470 806 63 24 re f 1 1 1 rg\n");
        Line("NHS", 478, 811, 18, bold: true);
        Page.Append("0 0 0 rg\n");
        Line(sheet.Organisation, Left, 811, 13, bold: true);
        foreach (var line in sheet.Postal)
        {
            Line(line, 400, _y, 9, bold: false);
            _y -= 12;
        }

        _y -= 10;
    }

    private void Add(Block block)
    {
        if (block.Kind == BlockKind.Row)
        {
            AddRow(block);
            return;
        }

        var bold = block.Kind is BlockKind.Heading or BlockKind.Question;
        var indent = block.Kind == BlockKind.Answer && block.Label.Length == 0 ? 14 : 0;
        foreach (var line in PdfMetrics.Wrap(block.Labelled, Size, Right - Left - indent - (bold ? 24 : 0)))
        {
            Room(Leading);
            Line(line, Left + indent, _y, Size, bold);
            _y -= Leading;
        }

        _y -= Leading / 2;
    }

    private void AddRow(Block row)
    {
        var left = PdfMetrics.Wrap(row.Label, Size, Middle - Left - 10).ToList();
        var right = PdfMetrics.Wrap(row.Text, Size, Right - Middle - 10).ToList();
        var height = (Math.Max(left.Count, right.Count) * Leading) + 8;
        Room(Math.Min(height, Top - Bottom));
        Page.Append(CultureInfo.InvariantCulture, $"0.5 w {Left - 4} {_y + 12 - height:0.##} {Right - Left + 8} {height:0.##} re S {Middle - 6} {_y + 12:0.##} m {Middle - 6} {_y + 12 - height:0.##} l S\n");
        for (var i = 0; i < left.Count; i++)
        {
            Line(left[i], Left, _y - (i * Leading), Size, bold: false);
        }

        for (var i = 0; i < right.Count; i++)
        {
            Line(right[i], Middle, _y - (i * Leading), Size, bold: false);
        }

        _y -= height;
    }

    private StringBuilder Page => _pages[^1];

    private void NewPage()
    {
        _pages.Add(new StringBuilder());
        _y = Top;
    }

    private void Room(double height)
    {
        if (_y - height < Bottom)
        {
            NewPage();
        }
    }

    private void Line(string text, double x, double y, double size, bool bold)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        Page.Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "F2" : "F1")} {size:0.##} Tf {x:0.##} {y:0.##} Td ({escaped}) Tj ET\n");
    }

    private List<string> Finished()
    {
        var count = _pages.Count;
        return [.. _pages.Select((page, i) =>
            page.Append(CultureInfo.InvariantCulture, $"BT /F1 8 Tf 280 40 Td (Page {i + 1} of {count}) Tj ET\n").ToString())];
    }
}
