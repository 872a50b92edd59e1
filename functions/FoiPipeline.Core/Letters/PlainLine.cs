using System.Globalization;
using System.Text;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// Text from a register, a person or a mail, made fit for one line of a letter or a header: whatever ends a line or cannot be seen becomes one
/// blank, so that
/// no value can start a header or a line of its own.
/// </summary>
public static class PlainLine
{
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (!IsBlank(category))
            {
                // Format characters (direction marks, soft hyphens) only change how a text looks.
                line.Append(category == UnicodeCategory.Format ? "" : rune.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsBlank(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
