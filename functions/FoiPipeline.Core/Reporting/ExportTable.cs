namespace FoiPipeline.Core.Reporting;

/// <summary>A table for a spreadsheet: its columns, each with what it means, and its rows.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Columns">Headings and their meaning, in order.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>.</param>
public sealed record ExportTable(string Name, IReadOnlyList<ExportColumn> Columns, IAsyncEnumerable<IReadOnlyList<string>> Rows);

/// <param name="Heading">As it stands in the first line.</param>
/// <param name="Meaning">One sentence for the data dictionary: unit, range, source.</param>
public sealed record ExportColumn(string Heading, string Meaning);
