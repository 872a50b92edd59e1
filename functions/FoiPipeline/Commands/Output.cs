using System.Text;
using System.Text.Json;
using FoiPipeline.Core.Journals;
using Spectre.Console;

namespace FoiPipeline.Commands;

/// <summary>Data goes to standard output, everything else to standard error.</summary>
internal static class Output
{
    public static void Line(string text) => Console.Out.WriteLine(Plain(text));

    public static void Note(string text) => Console.Error.WriteLine(Plain(text));

    public static void Json(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, FoiJson.Readable));

    /// <summary>What was done: a sentence for a person, or the facts of it for another program.</summary>
    public static void Said(bool json, string sentence, object facts)
    {
        if (json)
        {
            Json(facts);
        }
        else
        {
            Line(sentence);
        }
    }

    /// <summary>One object on one line, for commands that write many.</summary>
    public static void JsonLine(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, FoiJson.Compact));

    public static void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, params int[] rightAligned)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < headings.Count; i++)
        {
            table.AddColumn(new TableColumn(new Text(headings[i])) { Alignment = rightAligned.Contains(i) ? Justify.Right : Justify.Left });
        }

        foreach (var row in rows)
        {
            // Text, never markup: cells hold other people's words.
            table.AddRow(row.Select(cell => new Text(Plain(cell))));
        }

        Terminal().Write(table);
    }

    /// <summary>
    /// Other people's text for a terminal: without control characters, which could move the cursor or change what was written, and without
    /// those that turn the direction of writing.
    /// </summary>
    public static string Plain(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(IsUnsafe(c) ? '\uFFFD' : c);
        }

        return plain.ToString();
    }

    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            // A file or pipe has no width; a line is not to be cut for a terminal that is not there.
            console.Profile.Width = 200;
        }

        return console;
    }
}
