namespace FoiPipeline.Documents.Word;

/// <summary>What an old-style form field shows: a box with or without a cross, or the chosen entry of a list.</summary>
internal static class FormField
{
    /// <summary>Reads the <c>w:fldChar</c> at hand; empty when it belongs to no form, or to a text field, whose result follows.</summary>
    public static string Shown(WordPart xml)
    {
        var shown = "";
        foreach (var child in xml.Children())
        {
            foreach (var data in child == "ffData" ? xml.Children() : [])
            {
                shown = data switch
                {
                    "checkBox" => CheckBox(xml),
                    "ddList" => Choice(xml),
                    _ => shown,
                };
            }
        }

        return shown;
    }

    private static string CheckBox(WordPart xml)
    {
        bool? isChecked = null;
        var byDefault = false;
        foreach (var child in xml.Children())
        {
            isChecked = child == "checked" ? xml.IsOn() : isChecked;
            byDefault = child == "default" ? xml.IsOn() : byDefault;
        }

        return isChecked ?? byDefault ? "☒" : "☐";
    }

    private static string Choice(WordPart xml)
    {
        var chosen = 0;
        var entries = new List<string>();
        foreach (var child in xml.Children())
        {
            chosen = child is "result" or "default" ? NumberingReference.Number(xml.Attribute("val")) ?? chosen : chosen;
            if (child == "listEntry")
            {
                entries.Add(xml.Attribute("val") ?? "");
            }
        }

        return chosen >= 0 && chosen < entries.Count ? entries[chosen] : "";
    }
}
