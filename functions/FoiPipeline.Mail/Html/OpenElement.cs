namespace FoiPipeline.Mailing.Html;

/// <param name="Name">The element's name.</param>
/// <param name="IsHidden">Whether nothing inside is shown.</param>
/// <param name="IsPre">Whether blanks and line ends inside are meant.</param>
/// <param name="IsSpaced">Whether an empty line stands before and after it.</param>
/// <param name="IsTable">Whether it is a table whose rows are laid out.</param>
/// <param name="IsBlock">Whether it begins a line of its own.</param>
internal sealed record OpenElement(string Name, bool IsHidden, bool IsPre, bool IsSpaced, bool IsTable, bool IsBlock)
{
    public static OpenElement Of(HtmlToken tag, bool mayOpenTable)
    {
        var style = tag.Attributes.Style ?? "";
        return new OpenElement(
            tag.Text,
            HtmlElements.HoldsNoText(tag.Text) || (tag.Text is not ("html" or "body") && (tag.Attributes.IsHidden || Hides(style))),
            tag.Text is "pre" or "xmp" or "listing" or "plaintext" || style.Contains("white-space:pre", StringComparison.Ordinal),
            HtmlElements.IsSpaced(tag.Text) && !IsTight(tag, style),
            tag.Text == "table" && mayOpenTable,
            HtmlElements.IsBlock(tag.Text));
    }

    private static bool Hides(string style) =>
        style.Contains("display:none", StringComparison.Ordinal)
        || style.Contains("visibility:hidden", StringComparison.Ordinal)
        || style.Contains("mso-hide:all", StringComparison.Ordinal);

    /// <summary>Outlook's paragraphs stand line upon line; its empty lines are paragraphs of their own.</summary>
    private static bool IsTight(HtmlToken tag, string style) =>
        tag.Text == "p"
        && ((tag.Attributes.Class?.StartsWith("Mso", StringComparison.Ordinal) ?? false)
            || style.Contains("margin:0", StringComparison.Ordinal)
            || (style.Contains("margin-top:0", StringComparison.Ordinal) && style.Contains("margin-bottom:0", StringComparison.Ordinal)));
}
