using System.CommandLine;
using System.Text;
using CsvHelper;

namespace FoiPipeline.Commands;

/// <summary><c>foi export tables/</c>: CSV files safe to open in a spreadsheet, with a data dictionary.</summary>
internal static class ExportCommand
{
    // Replies are other people's words: a cell that starts like a formula is made text, so that opening the file runs nothing.
    private static readonly CsvWriterOptions Safe = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static Command Build(CommonOptions common)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder for the CSV files; files of the same name are replaced." };
        return Verb.MakeForRound(common, "export", "Write requests, letters, replies and answers as CSV files, with a data dictionary.", [folder], async (parsed, round, cancel) =>
        {
            var into = Path.GetFullPath(parsed.GetValue(folder)!);
            var tables = round.Pipeline.Export.Tables(cancel);
            var written = new Dictionary<string, int>(StringComparer.Ordinal);
            try
            {
                Directory.CreateDirectory(into);
                foreach (var table in tables)
                {
                    written[$"{table.Name}.csv"] = await WriteAsync(Path.Combine(into, $"{table.Name}.csv"), table.Columns.Select(c => c.Heading), table.Rows, cancel).ConfigureAwait(false);
                }

                var dictionary = tables.SelectMany(t => t.Columns.Select(c => (IReadOnlyList<string>)[$"{t.Name}.csv", c.Heading, c.Meaning]));
                written["data-dictionary.csv"] = await WriteAsync(Path.Combine(into, "data-dictionary.csv"), ["file", "column", "meaning"], dictionary.ToAsyncEnumerable(), cancel).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"{into} cannot be written: {e.Message} Choose another folder, or make room; the round itself is untouched.");
            }

            if (parsed.GetValue(common.Json))
            {
                Output.Json(new { folder = into, rows = written });
                return Verb.Fine;
            }

            foreach (var (name, rows) in written)
            {
                Output.Line($"{Path.Combine(into, name)}: {rows} rows");
            }

            return Verb.Fine;
        });
    }

    /// <summary>Written beside and renamed at the end, so that a broken export never looks like a whole one.</summary>
    private static async Task<int> WriteAsync(string path, IEnumerable<string> headings, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken cancel)
    {
        var count = 0;
        var partial = path + ".partial";

        // The byte order mark is what makes Excel read UTF-8.
        await using (var file = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        await using (var csv = CsvWriter.Create(file, Safe, leaveOpen: true))
        {
            await csv.WriteRecordAsync([.. headings], cancel).ConfigureAwait(false);
            await foreach (var row in rows.WithCancellation(cancel).ConfigureAwait(false))
            {
                await csv.WriteRecordAsync([.. row], cancel).ConfigureAwait(false);
                count++;
            }
        }

        File.Move(partial, path, overwrite: true);
        return count;
    }
}
