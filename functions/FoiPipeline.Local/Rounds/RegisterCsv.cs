using CsvHelper;

namespace FoiPipeline.Local.Rounds;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line it starts on.</param>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>Takes a CSV file apart, whatever separator it was saved with, and keeps for each record the line it starts on.</summary>
internal static class RegisterCsv
{
    private const string ExcelDeclaration = "sep=";

    /// <summary>The sound records with anything in them; those with wrong quotation marks are faults and left out.</summary>
    public static List<CsvRecord> Records(SourceText source, FaultList faults)
    {
        var separator = Separator(source.Text, out var declared);
        if (separator != ',')
        {
            var name = separator switch { ';' => "semicolons", '\t' => "tabs", _ => $"'{separator}'" };
            faults.Warn(
                source.File, 1, $"The cells are separated by {name}, as spreadsheets do in some countries.",
                "They were read so; if that is wrong, save the file with commas.");
        }

        var damaged = new HashSet<long>();
        var records = new List<CsvRecord>();
        using var reader = CsvReader.FromText(source.Text, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => Report(record, source.File, damaged, faults),
        });
        while (reader.Read())
        {
            var cells = Cells(reader);
            if (!(declared && reader.LineNumber == 1) && !Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                records.Add(new CsvRecord((int)reader.LineNumber, cells));
            }
        }

        records.RemoveAll(r => damaged.Contains(r.Line));
        return records;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetString(i);
        }

        return cells;
    }

    private static void Report(CsvMalformedRecord record, string file, HashSet<long> damaged, FaultList faults)
    {
        const string Remedy = "Put the whole cell in quotation marks, and write those that belong to its text twice.";
        var line = (int)record.LineNumber;
        switch (record.Reason)
        {
            case CsvMalformedReason.StrayQuote:
                faults.Warn(file, line, "A quotation mark stands within a cell; it was taken as part of the text.", Remedy);
                break;
            case CsvMalformedReason.UnterminatedQuote:
                damaged.Add(line);
                faults.Error(file, line, "A quotation mark is opened in this row and not closed: everything after it became one cell.", Remedy);
                break;
            default:
                damaged.Add(line);
                faults.Error(file, line, "The quotation marks of this row do not match: text follows where one closes a cell.", Remedy);
                break;
        }
    }

    /// <summary>What Excel declares in a first line <c>sep=;</c>, else the sign that stands most often in the first line.</summary>
    private static char Separator(string text, out bool declared)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        declared = first.Length == ExcelDeclaration.Length + 1
            && first.StartsWith(ExcelDeclaration, StringComparison.OrdinalIgnoreCase)
            && first[^1] is (',' or ';' or '\t' or '|');
        return declared ? first[^1] : new[] { ',', ';', '\t' }.MaxBy(c => first.AsSpan().Count(c));
    }
}
