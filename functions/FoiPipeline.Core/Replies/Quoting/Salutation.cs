namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>Lines that open a letter and say nothing of its matter.</summary>
internal static class Salutation
{
    private const int LongestReference = 8;

    private static readonly string[] Greetings = ["dear ", "hi", "hello", "good morning", "good afternoon", "good evening", "to whom "];

    private static readonly string[] References =
    [
        "our ref", "your ref", "ref:", "ref.", "ref ", "reference", "foi ref", "foi:", "our foi ref", "request ref", "re:", "date:", "case ", "subject:",
    ];

    /// <summary>Whether the lines are only greetings and references; true of none at all.</summary>
    public static bool IsAll(IEnumerable<string> lines) => lines.All(line => string.IsNullOrWhiteSpace(line) || IsOne(line.AsSpan().Trim(" *_\t")));

    private static bool IsOne(ReadOnlySpan<char> line) =>
        BodyText.Words(line, LongestReference + 1) <= LongestReference && !LineWrap.EndsSentence(line) && (StartsWithAny(line, Greetings) || StartsWithAny(line, References));

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] starts)
    {
        foreach (var start in starts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
