using System.Globalization;

namespace FoiPipeline.Documents.Word;

/// <summary>A paragraph's or style's <c>w:numPr</c>: which number definition, which level from 0.</summary>
internal readonly record struct NumberingReference(string? NumId, int? Level)
{
    public static NumberingReference Read(WordPart xml)
    {
        string? numId = null;
        int? level = null;
        foreach (var child in xml.Children())
        {
            numId = child == "numId" ? xml.Attribute("val") : numId;
            level = child == "ilvl" ? Number(xml.Attribute("val")) : level;
        }

        return new NumberingReference(numId, level);
    }

    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
