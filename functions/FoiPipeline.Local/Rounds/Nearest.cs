namespace FoiPipeline.Local.Rounds;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 60;

    /// <summary>The candidate a few slips away, or the one that contains the word; nothing if none is near.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var best = candidates
            .Where(c => c.Length <= LongestWord)
            .Select(c => (Name: c, Distance: Contains(c, word) ? 1 : Distance(word, c)))
            .OrderBy(c => c.Distance)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, word.Length / 3) && best.Distance < word.Length ? best.Name : null;
    }

    private static bool Contains(string candidate, string word) => word.Length >= 3 && candidate.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Insertions, deletions and replacements between two short words, ignoring case (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
