using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

internal enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>A question repeated; the label is its number.</summary>
    Question,

    /// <summary>An answer; the label, if any, is its number.</summary>
    Answer,

    /// <summary>One row of a table: the label is the left cell.</summary>
    Row,
}

/// <summary>A piece of a letter. Texts may hold several lines.</summary>
internal sealed record Block(BlockKind Kind, string Text, string Label = "")
{
    public string Labelled => Label.Length == 0 ? Text : $"{Label} {Text}";
}

/// <summary>A letter or document before it has a format.</summary>
/// <param name="Organisation">Stands in the letterhead.</param>
/// <param name="Postal">Lines below it.</param>
/// <param name="Blocks">In order.</param>
/// <param name="Written">The date in the document's properties.</param>
internal sealed record Sheet(string Organisation, IReadOnlyList<string> Postal, IReadOnlyList<Block> Blocks, DateTimeOffset Written)
{
    /// <summary>The blocks as plain text with an empty line between them.</summary>
    public static string PlainText(IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(b => b.Kind == BlockKind.Row ? $"{b.Label}\n{b.Text}" : b.Labelled));

    /// <summary>Breaks lines at spaces so that none is longer than <paramref name="width"/>; '\n' stays.</summary>
    public static string Wrap(string text, int width)
    {
        var wrapped = new StringBuilder(text.Length + (text.Length / 40));
        foreach (var line in text.Split('\n'))
        {
            var column = 0;
            foreach (var word in line.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > width)
                {
                    wrapped.Append('\n');
                    column = 0;
                }
                else if (column > 0)
                {
                    wrapped.Append(' ');
                    column++;
                }

                wrapped.Append(word);
                column += word.Length;
            }

            wrapped.Append('\n');
        }

        return wrapped.ToString(0, wrapped.Length - 1);
    }
}
