namespace FoiPipeline.Documents.Word;

/// <summary>What the stories of one document (body, headers, notes ...) share while they are read in their order.</summary>
internal sealed class DocumentState(NumberingCounter numbering, ExtractionLimits limits)
{
    private long _charactersLeft = limits.TextCharacters;

    public NumberingCounter Numbering { get; } = numbering;

    public References Footnotes { get; } = new();

    public References Endnotes { get; } = new();

    public References Comments { get; } = new();

    public References Headers { get; } = new();

    public References Footers { get; } = new();

    /// <summary>Files embedded as icons or objects.</summary>
    public References EmbeddedFiles { get; } = new();

    /// <summary>Other documents inserted whole, which Word would merge when it opens this one.</summary>
    public int InsertedDocuments { get; set; }

    public bool HasPictures { get; set; }

    /// <summary>How many of so many characters may still be kept.</summary>
    public int Take(int characters)
    {
        var granted = (int)Math.Min(characters, _charactersLeft);
        _charactersLeft -= granted;
        return granted;
    }

    /// <summary>Notes which headers and footers a section shows.</summary>
    public void ReadSection(WordPart xml)
    {
        foreach (var child in xml.Children())
        {
            if (child is "headerReference" or "footerReference" && xml.RelationshipId() is { } id)
            {
                (child == "headerReference" ? Headers : Footers).Add(id);
            }
        }
    }
}

/// <summary>Ids in the order in which the text first refers to them, numbered from 1.</summary>
internal sealed class References
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    public IEnumerable<string> Ids => _numbers.OrderBy(n => n.Value).Select(n => n.Key);

    public int Add(string id)
    {
        if (!_numbers.TryGetValue(id, out var number))
        {
            _numbers[id] = number = _numbers.Count + 1;
        }

        return number;
    }

    public int? Number(string? id) => id is not null && _numbers.TryGetValue(id, out var number) ? number : null;
}
