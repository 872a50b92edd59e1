namespace FoiPipeline.Documents.Word;

/// <summary>One level of a list.</summary>
internal sealed record ListLevel
{
    /// <summary>The first number; 0 where the document does not say (ECMA-376 part 1, 17.9.25).</summary>
    public int Start { get; private init; }

    /// <summary><c>w:numFmt</c>: <c>decimal</c>, <c>lowerRoman</c>, <c>bullet</c> ...</summary>
    public string Format { get; private init; } = "decimal";

    /// <summary>The number's look, <c>%1</c> to <c>%9</c> standing for the levels' counters.</summary>
    public string Look { get; private init; } = "";

    /// <summary>Number of levels above whose next number starts this one again; 0 means never; nothing means any of them.</summary>
    public int? RestartsAfter { get; private init; }

    /// <summary>Whether all counters are shown as decimal numbers.</summary>
    public bool IsLegal { get; private init; }

    /// <summary>The paragraph style that stands for this level.</summary>
    public string? Style { get; private init; }

    /// <summary>What parts the number from the text.</summary>
    public bool TouchesText { get; private init; }

    public bool IsBullet => Format == "bullet";

    public static ListLevel Read(WordPart xml)
    {
        var level = new ListLevel();
        foreach (var child in xml.Children())
        {
            var value = xml.Attribute("val");
            level = child switch
            {
                "start" => level with { Start = NumberingReference.Number(value) ?? 0 },
                "numFmt" => level with { Format = value ?? "decimal" },
                "mc:AlternateContent" => level with { Format = AlternativeFormat(xml) },
                "lvlText" => level with { Look = value ?? "" },
                "lvlRestart" => level with { RestartsAfter = NumberingReference.Number(value) },
                "isLgl" => level with { IsLegal = xml.IsOn() },
                "pStyle" => level with { Style = value },
                "suff" => level with { TouchesText = value == "nothing" },
                _ => level,
            };
        }

        return level;
    }

    // Word writes a format that older versions lack as a choice beside one that they know, which is near enough.
    private static string AlternativeFormat(WordPart xml)
    {
        var format = "decimal";
        foreach (var alternative in xml.Children())
        {
            foreach (var child in alternative == "mc:Fallback" ? xml.Children() : [])
            {
                format = child == "numFmt" ? xml.Attribute("val") ?? format : format;
            }
        }

        return format;
    }
}
