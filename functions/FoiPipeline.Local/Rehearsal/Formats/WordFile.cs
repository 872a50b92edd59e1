using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>Writes Word documents: letterhead, paragraphs, real numbered lists and tables. The same sheet gives the same bytes.</summary>
internal static class WordFile
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Write(Sheet sheet)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>(MainType, "rId1");
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = NumberedList();
            main.AddNewPart<HeaderPart>("rId3").Header = new Header(Plain(sheet.Organisation, bold: true));
            var body = new Body();
            foreach (var line in sheet.Postal)
            {
                body.Append(Plain(line, bold: false));
            }

            Append(body, sheet.Blocks);
            body.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" }));
            main.Document = new Document(body);
        }

        return Repacked(package, sheet.Written);
    }

    private static void Append(Body body, IReadOnlyList<Block> blocks)
    {
        Table? table = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Row)
            {
                if (table is null)
                {
                    table = new Table(new TableProperties(new TableBorders(
                        new TopBorder { Val = BorderValues.Single }, new BottomBorder { Val = BorderValues.Single }, new InsideHorizontalBorder { Val = BorderValues.Single })));
                    body.Append(table);
                }

                table.Append(new TableRow(Cell(block.Label), Cell(block.Text)));
                continue;
            }

            table = null;
            body.Append(IsListItem(block) ? ListItem(block.Text) : Plain(block.Labelled, block.Kind is BlockKind.Heading or BlockKind.Question));
        }
    }

    /// <summary>Numbers written "1." become the word processor's own list, whose numbers are nowhere in the text.</summary>
    private static bool IsListItem(Block block) => block.Kind == BlockKind.Answer && block.Label.Length == 2 && block.Label[1] == '.';

    private static TableCell Cell(string text) => new(Plain(text, bold: false));

    private static Paragraph ListItem(string text)
    {
        var item = Plain(text, bold: false);
        item.PrependChild(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })));
        return item;
    }

    private static Paragraph Plain(string text, bool bold)
    {
        var run = new Run();
        if (bold)
        {
            run.Append(new RunProperties(new Bold()));
        }

        var first = true;
        foreach (var line in text.Split('\n'))
        {
            if (!first)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            first = false;
        }

        return new Paragraph(run);
    }

    private static Numbering NumberedList() => new(
        new AbstractNum(new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." })
        { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    /// <summary>The library stamps the parts with the time of day; a second packing puts the document's own date there, and the parts in order.</summary>
    private static byte[] Repacked(MemoryStream package, DateTimeOffset written)
    {
        package.Position = 0;
        using var result = new MemoryStream();
        using (var source = new ZipArchive(package, ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(part.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = written;
                using var from = part.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }
}
