namespace FoiPipeline.Documents.Word;

/// <summary>What a paragraph's <c>w:pPr</c> says that matters to its text.</summary>
/// <param name="Style">Its style.</param>
/// <param name="Numbering">Its own numbering.</param>
/// <param name="MarkIsDeleted">Its end was deleted with changes tracked: its text runs on into the next paragraph.</param>
internal sealed record ParagraphProperties(string? Style, NumberingReference Numbering, bool MarkIsDeleted)
{
    public static ParagraphProperties Plain { get; } = new(null, default, false);

    public static ParagraphProperties Read(WordPart xml, DocumentState state)
    {
        var properties = Plain;
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "pStyle":
                    properties = properties with { Style = xml.Attribute("val") };
                    break;
                case "numPr":
                    properties = properties with { Numbering = NumberingReference.Read(xml) };
                    break;
                case "rPr":
                    properties = properties with { MarkIsDeleted = Holds(xml, "del", "moveFrom") };
                    break;
                case "sectPr":
                    state.ReadSection(xml);
                    break;
            }
        }

        return properties;
    }

    /// <summary>Whether the element at hand has a child of one of these names.</summary>
    public static bool Holds(WordPart xml, params ReadOnlySpan<string> names)
    {
        var holds = false;
        var wanted = names.ToArray();
        foreach (var child in xml.Children())
        {
            holds |= wanted.Contains(child) && xml.IsOn();
        }

        return holds;
    }
}
