namespace FoiPipeline.Documents.Word;

/// <summary>What styles say about numbering (styles.xml): a heading or list style may number its paragraphs.</summary>
internal sealed class ParagraphStyles
{
    private const int LongestChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private string? _default;

    private sealed record Style(string? BasedOn, string? NumId, int? Level);

    public static ParagraphStyles Read(WordPart? xml)
    {
        var styles = new ParagraphStyles();
        if (xml is null || !xml.ToRoot())
        {
            return styles;
        }

        foreach (var child in xml.Children())
        {
            if (child == "style" && xml.Attribute("styleId") is { } id)
            {
                var isDefault = xml.Attribute("type") is "paragraph" && xml.Attribute("default") is "1" or "true" or "on";
                styles._styles[id] = ReadStyle(xml);
                styles._default = isDefault ? id : styles._default;
            }
        }

        return styles;
    }

    /// <summary>The number definition and level of a style, its own or inherited; the style that names the definition is given too.</summary>
    public (string NumId, int? Level, string Style)? Numbering(string? styleId)
    {
        var id = styleId ?? _default;
        int? level = null;
        for (var i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            level ??= style.Level;
            if (style.NumId is { } numId)
            {
                return (numId, level, id);
            }

            id = style.BasedOn;
        }

        return null;
    }

    private static Style ReadStyle(WordPart xml)
    {
        string? basedOn = null;
        var numbering = new NumberingReference(null, null);
        foreach (var child in xml.Children())
        {
            basedOn = child == "basedOn" ? xml.Attribute("val") : basedOn;
            if (child == "pPr")
            {
                foreach (var property in xml.Children())
                {
                    numbering = property == "numPr" ? NumberingReference.Read(xml) : numbering;
                }
            }
        }

        return new Style(basedOn, numbering.NumId, numbering.Level);
    }
}
