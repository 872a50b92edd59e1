namespace FoiPipeline.Mailing.Reading;

/// <summary>Message-IDs out of Message-ID, In-Reply-To and References, whatever else stands there.</summary>
internal static class MessageIds
{
    private const int Most = 1_000;
    private const int Longest = 1_000;

    /// <returns>With angle brackets, each once, in the order written.</returns>
    public static IReadOnlyList<string> Parse(string text)
    {
        var ids = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var position = 0;
        while (ids.Count < Most && position < text.Length && text.IndexOf('<', position) is var open and >= 0)
        {
            var length = text.AsSpan(open + 1).IndexOfAny('<', '>');
            var end = length < 0 ? text.Length : open + 1 + length;
            Add(text.AsSpan(open + 1, end - open - 1));
            position = end < text.Length && text[end] == '>' ? end + 1 : end;
        }

        if (ids.Count == 0)
        {
            foreach (var word in text.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Where(IsBareId).Take(Most))
            {
                Add(word);
            }
        }

        return ids;

        void Add(ReadOnlySpan<char> content)
        {
            var id = WithoutBlanks(content);
            if (id.Length is > 0 and <= Longest && known.Add(id))
            {
                ids.Add($"<{id}>");
            }
        }
    }

    private static bool IsBareId(string word) => word.Contains('@', StringComparison.Ordinal) && !word.ContainsAny(['"', '(', ')']);

    /// <summary>Long ids are folded in the middle, which leaves blanks behind.</summary>
    private static string WithoutBlanks(ReadOnlySpan<char> content)
    {
        var trimmed = content.Trim();
        return trimmed.IndexOfAny(' ', '\t') < 0 ? trimmed.ToString() : string.Concat(trimmed.ToString().Where(c => c is not (' ' or '\t')));
    }
}
