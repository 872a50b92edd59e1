using System.Globalization;
using System.Text;

namespace FoiPipeline.Mailing.Writing;

/// <summary>Header text as encoded words (RFC 2047), in UTF-8 and the Q encoding that is allowed in names as well.</summary>
internal static class EncodedWordText
{
    private const int LongestWord = 75;
    private const string Head = "=?utf-8?q?";
    private const string Tail = "?=";

    /// <summary>Text that is not plain ASCII, would be taken for encoded words, or could not be folded without change.</summary>
    /// <param name="text">The text, without control characters.</param>
    /// <param name="longest">Longest piece without a blank that fits on a line.</param>
    public static bool IsNeeded(string text, int longest) =>
        !Ascii.IsValid(text)
        || text.Contains("=?", StringComparison.Ordinal)
        || text.Contains("  ", StringComparison.Ordinal)
        || text.Split(' ').Any(word => word.Length > longest);

    /// <param name="text">The text, without control characters.</param>
    /// <param name="first">How long the first word may be beside the field's name.</param>
    public static IReadOnlyList<string> Encode(string text, int first)
    {
        var words = new List<string>();
        var word = new StringBuilder(Head);
        foreach (var rune in text.EnumerateRunes())
        {
            // A character is never cut in two: RFC 2047 section 5.
            var encoded = Encode(rune);
            if (word.Length + encoded.Length + Tail.Length > (words.Count == 0 ? first : LongestWord))
            {
                words.Add(word.Append(Tail).ToString());
                word.Clear().Append(Head);
            }

            word.Append(encoded);
        }

        words.Add(word.Append(Tail).ToString());
        return words;
    }

    private static string Encode(Rune rune)
    {
        if (rune.Value == ' ')
        {
            return "_";
        }

        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '!' or '*' or '+' or '-' or '/'))
        {
            return rune.ToString();
        }

        return string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(b => string.Create(CultureInfo.InvariantCulture, $"={b:X2}")));
    }
}
