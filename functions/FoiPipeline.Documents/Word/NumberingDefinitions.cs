namespace FoiPipeline.Documents.Word;

/// <summary>The lists of a document (numbering.xml): abstract lists with their levels, and the numbers that paragraphs name, which may override them.</summary>
internal sealed class NumberingDefinitions
{
    public const int Levels = 9;

    private readonly Dictionary<string, AbstractList> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListNumber> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byStyleLink = new(StringComparer.Ordinal);

    public static NumberingDefinitions Read(WordPart? xml)
    {
        var definitions = new NumberingDefinitions();
        if (xml is null || !xml.ToRoot())
        {
            return definitions;
        }

        foreach (var child in xml.Children())
        {
            if (child == "abstractNum" && xml.Attribute("abstractNumId") is { } listId)
            {
                definitions.AddList(listId, xml);
            }
            else if (child == "num" && xml.Attribute("numId") is { } numId)
            {
                definitions._numbers[numId] = ListNumber.Read(xml);
            }
        }

        return definitions;
    }

    /// <summary>The list a number stands for, and the id under which its counters run: numbers of the same list count together.</summary>
    public (string ListId, AbstractList List, ListNumber Number)? Find(string numId)
    {
        if (!_numbers.TryGetValue(numId, out var number) || !_lists.TryGetValue(number.ListId, out var list))
        {
            return null;
        }

        // A list may only say "as that list style": the list that defines the style has the levels.
        if (list.StyleLinkedTo is { } style && _byStyleLink.TryGetValue(style, out var linkedId) && _lists.TryGetValue(linkedId, out var linked))
        {
            return (linkedId, linked, number);
        }

        return (number.ListId, list, number);
    }

    private void AddList(string id, WordPart xml)
    {
        var list = new AbstractList();
        foreach (var child in xml.Children())
        {
            switch (child)
            {
                case "lvl" when NumberingReference.Number(xml.Attribute("ilvl")) is >= 0 and < Levels and var index:
                    list.Levels[index] = ListLevel.Read(xml);
                    break;
                case "numStyleLink":
                    list.StyleLinkedTo = xml.Attribute("val");
                    break;
                case "styleLink" when xml.Attribute("val") is { } style:
                    _byStyleLink[style] = id;
                    break;
            }
        }

        _lists[id] = list;
    }
}

/// <summary>The levels of a list.</summary>
internal sealed class AbstractList
{
    public ListLevel?[] Levels { get; } = new ListLevel?[NumberingDefinitions.Levels];

    public string? StyleLinkedTo { get; set; }
}

/// <summary>A <c>w:num</c>: a list with what is different this time.</summary>
internal sealed class ListNumber
{
    public string ListId { get; private set; } = "";

    public ListLevel?[] Levels { get; } = new ListLevel?[NumberingDefinitions.Levels];

    public int?[] Starts { get; } = new int?[NumberingDefinitions.Levels];

    public static ListNumber Read(WordPart xml)
    {
        var number = new ListNumber();
        foreach (var child in xml.Children())
        {
            if (child == "abstractNumId")
            {
                number.ListId = xml.Attribute("val") ?? "";
            }
            else if (child == "lvlOverride" && NumberingReference.Number(xml.Attribute("ilvl")) is >= 0 and < NumberingDefinitions.Levels and var index)
            {
                number.Override(index, xml);
            }
        }

        return number;
    }

    private void Override(int index, WordPart xml)
    {
        foreach (var child in xml.Children())
        {
            if (child == "startOverride")
            {
                Starts[index] = NumberingReference.Number(xml.Attribute("val"));
            }
            else if (child == "lvl")
            {
                Levels[index] = ListLevel.Read(xml);
            }
        }
    }
}
