namespace FoiPipeline.Mailing.Html;

/// <summary>One table that is being read: the cells of its current row.</summary>
internal sealed class TableRows
{
    /// <summary>A cell longer than this is a column of a page, not an entry of a table.</summary>
    private const int MostLinesInCell = 25;

    private readonly TextLines _outside;
    private readonly List<TextLines> _cells = [];

    public TableRows(TextLines outside) => Current = _outside = outside;

    /// <summary>Where text goes now: into the open cell, or outside of any.</summary>
    public TextLines Current { get; private set; }

    public void StartCell()
    {
        EndCell();
        _cells.Add(Current = new TextLines());
    }

    public void EndCell()
    {
        Current.StartBlock(isSpaced: false);
        Current = _outside;
    }

    /// <summary>Cells stand on one line; a row that only lays out a page is read cell after cell.</summary>
    public void EndRow()
    {
        EndCell();
        var filled = _cells.FindAll(c => c.Written.Exists(l => l.Text.Length > 0));
        _outside.StartBlock(isSpaced: false);
        if (filled.Count > 1 && filled.TrueForAll(IsEntry))
        {
            var cells = _cells.Select(c => string.Join(' ', c.Written.Where(l => l.Text.Length > 0).Select(l => l.Text)));
            _outside.Append([new TextLine(filled[0].Written[0].Quote, string.Join(" | ", cells).TrimEnd(' ', '|'))]);
        }
        else
        {
            foreach (var cell in filled)
            {
                _outside.Append(cell.Written);
            }
        }

        _cells.Clear();
    }

    private static bool IsEntry(TextLines cell) =>
        !cell.HasTable && cell.Written.Count <= MostLinesInCell && cell.Written.TrueForAll(l => l.Quote == cell.Written[0].Quote);
}
