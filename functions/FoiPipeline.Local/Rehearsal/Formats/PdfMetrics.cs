namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>Widths of the standard font Helvetica in thousandths of its size (Adobe's font metrics); bold text is wrapped with a margin.</summary>
internal static class PdfMetrics
{
    private static readonly int[] Printable =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double size)
    {
        var sum = 0;
        foreach (var c in text)
        {
            sum += c is >= ' ' and <= '~' ? Printable[c - ' '] : c is '\u2018' or '\u2019' ? 222 : 556;
        }

        return sum * size / 1000;
    }

    /// <summary>Lines no wider than <paramref name="width"/> points; a word that is wider stands alone.</summary>
    public static IEnumerable<string> Wrap(string text, double size, double width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && Width(longer, size) > width)
                {
                    yield return line;
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            yield return line;
        }
    }
}
