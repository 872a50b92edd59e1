using System.Text;

namespace FoiPipeline.Documents.Word;

/// <summary>Adds a link's target to its text where the text does not already say it.</summary>
internal static class LinkText
{
    private const int LongestTarget = 2000;

    /// <param name="text">Text that ends with the link's words.</param>
    /// <param name="start">Where the link's words begin.</param>
    /// <param name="target">Address outside the document, or nothing.</param>
    public static string Suffix(StringBuilder text, int start, string? target)
    {
        var shown = text.ToString(start, text.Length - start).Trim();
        return shown.Length == 0 || string.IsNullOrWhiteSpace(target) || target.Length > LongestTarget || Says(shown, target) ? "" : $" ({target.Trim()})";
    }

    /// <summary>The target of a HYPERLINK field's instruction: <c>HYPERLINK "https://ccg.example/" \o "tip"</c>.</summary>
    public static string? FromInstruction(string instruction)
    {
        var words = instruction.Trim();
        if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = words["HYPERLINK".Length..].TrimStart();
        if (rest.StartsWith('"'))
        {
            var end = rest.IndexOf('"', 1);
            return end < 0 ? null : rest[1..end];
        }

        return rest.Length == 0 || rest.StartsWith('\\') ? null : rest.Split(' ', 2)[0];
    }

    private static bool Says(string shown, string target) => Bare(shown).Contains(Bare(target), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address)
    {
        var bare = address.Trim().Replace("\u00AD", "", StringComparison.Ordinal);
        foreach (var prefix in new[] { "mailto:", "https://", "http://", "www." })
        {
            bare = bare.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? bare[prefix.Length..] : bare;
        }

        return bare.TrimEnd('/');
    }
}
