namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// The block that Lotus Notes puts above the mail it answers: the sender and the date, then the words To, cc and Subject each on a line of its
/// own, or in a cell, with the value below or beside it.
/// </summary>
internal static class NotesBlock
{
    private const int LongestPreamble = 8;
    private const int LongestBlock = 12;

    /// <summary>How many lines the block takes that starts here; 0 where none does.</summary>
    public static int LengthAt(IReadOnlyList<string> lines, int start)
    {
        if (!lines[start].Contains('@', StringComparison.Ordinal))
        {
            return 0;
        }

        var to = Find(lines, start + 1, LongestPreamble, "to");
        var subject = to < 0 ? -1 : Find(lines, to + 1, LongestBlock, "subject");
        if (subject < 0 || !HasDate(lines, start, to))
        {
            return 0;
        }

        var value = subject;
        while (IsBare(lines[subject], "subject") && value + 1 < lines.Count && value < subject + 2 && (value == subject || string.IsNullOrWhiteSpace(lines[value])))
        {
            value++;
        }

        return value - start + 1;
    }

    private static int Find(IReadOnlyList<string> lines, int from, int within, string label)
    {
        for (var i = from; i < lines.Count && i < from + within; i++)
        {
            if (IsBare(lines[i], label) || lines[i].AsSpan().TrimStart(" |").StartsWith($"{label} |", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBare(string line, string label) => line.AsSpan().Trim(" |*\t").Equals(label, StringComparison.OrdinalIgnoreCase);

    private static bool HasDate(IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var slash = lines[i].AsSpan().IndexOfAny('/', ':');
            if (slash > 0 && char.IsAsciiDigit(lines[i][slash - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
