using System.Globalization;

namespace FoiPipeline.Documents.Word;

/// <summary>Reads one story of a document (body, a header, a note): paragraphs and tables in their order.</summary>
internal sealed class StoryReader(WordPart xml, DocumentState state, IReadOnlyDictionary<string, Relationship> relationships)
{
    private int _tables;
    private int _inside;

    public FieldStack Fields { get; } = new();

    public IReadOnlyDictionary<string, Relationship> Relationships { get; } = relationships;

    /// <summary>Paragraphs so far that stand in no table or text box, empty ones too.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>Gives every block within the element at hand.</summary>
    public void ReadBlocks(Action<Block> give)
    {
        var runsOn = "";
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "p":
                    runsOn = ReadParagraph(runsOn, give);
                    break;
                case "tbl":
                    ReadTable(give);
                    break;
                case "sectPr":
                    state.ReadSection(xml);
                    break;
                case "altChunk":
                    state.InsertedDocuments++;
                    break;
                case "mc:AlternateContent":
                    ReadAlternatives(give);
                    break;
                case "del" or "moveFrom" or "sdtPr" or "sdtEndPr" or "pPr" or "tblPr" or "tcPr":
                    break;
                default:
                    ReadBlocks(give);
                    break;
            }
        }

        Give(runsOn, give);
    }

    /// <summary>Gives every block of the text box at hand.</summary>
    public void ReadBox(Action<Block> give)
    {
        _inside++;
        ReadBlocks(give);
        _inside--;
    }

    private string ReadParagraph(string runsOn, Action<Block> give)
    {
        Paragraphs += _inside == 0 ? 1 : 0;
        var paragraph = new ParagraphReader(xml, state, this).Read();
        var text = runsOn + paragraph.Text;
        if (!paragraph.RunsOn && !string.IsNullOrWhiteSpace(text))
        {
            Give(paragraph.Number + text, give);
        }

        foreach (var box in paragraph.Boxes)
        {
            give(box);
        }

        return paragraph.RunsOn ? text : "";
    }

    private void ReadAlternatives(Action<Block> give)
    {
        var given = 0;
        foreach (var name in xml.Children())
        {
            if (name is "mc:Choice" or "mc:Fallback" && given == 0)
            {
                ReadBlocks(block =>
                {
                    given++;
                    give(block);
                });
            }
        }
    }

    private void ReadTable(Action<Block> give)
    {
        _inside++;
        var (table, row) = (++_tables, 0);
        ReadRows(() => string.Create(CultureInfo.InvariantCulture, $"t{table}r{++row}"), give);
        _inside--;
    }

    private void ReadRows(Func<string> nextPlace, Action<Block> give)
    {
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "tr":
                    ReadRow(nextPlace(), give);
                    break;
                case "tblPr" or "tblGrid" or "del" or "moveFrom" or "sdtPr" or "sdtEndPr":
                    break;
                default:
                    ReadRows(nextPlace, give);
                    break;
            }
        }
    }

    // A table of one column is a frame around a text, often a whole letter: its blocks stay apart. Otherwise a row is one block.
    private void ReadRow(string place, Action<Block> give)
    {
        var cells = new List<List<Block>>();
        if (!ReadCells(cells))
        {
            return;
        }

        if (cells.Count == 1)
        {
            cells[0].ForEach(block => give(block.Place is null ? block with { Place = place } : block));
        }
        else if (cells.Exists(c => c.Count > 0))
        {
            give(new Block(string.Join(" | ", cells.Select(c => string.Join('\n', c.Select(b => b.Text)))).Trim(), place));
        }
    }

    /// <returns>False when the row was deleted with changes tracked.</returns>
    private bool ReadCells(List<List<Block>> cells)
    {
        var stands = true;
        foreach (var name in xml.Children())
        {
            switch (name)
            {
                case "trPr":
                    stands &= !ParagraphProperties.Holds(xml, "del");
                    break;
                case "tc" when stands:
                    ReadCell(cells);
                    break;
                case "tc" or "tblPrEx" or "del" or "moveFrom" or "sdtPr" or "sdtEndPr":
                    break;
                default:
                    stands &= ReadCells(cells);
                    break;
            }
        }

        return stands;
    }

    private void ReadCell(List<List<Block>> cells)
    {
        var blocks = new List<Block>();
        ReadBlocks(blocks.Add);
        cells.Add(blocks);
    }

    private static void Give(string text, Action<Block> give)
    {
        if (Block.Of(text) is { } block)
        {
            give(block);
        }
    }
}
