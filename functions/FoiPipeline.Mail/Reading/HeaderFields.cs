namespace FoiPipeline.Mailing.Reading;

/// <summary>The header of a message or part, in order, with the place where the body starts.</summary>
internal sealed class HeaderFields(IReadOnlyList<HeaderField> fields, int bodyStart)
{
    public IReadOnlyList<HeaderField> All { get; } = fields;

    /// <summary>Offset of the body within the section that was read.</summary>
    public int BodyStart { get; } = bodyStart;

    /// <summary>The first field of that name, ignoring case; later ones are forged or mistakes.</summary>
    public HeaderField? First(string name)
    {
        foreach (var field in All)
        {
            if (field.Is(name))
            {
                return field;
            }
        }

        return null;
    }

    public IEnumerable<HeaderField> Named(string name) => All.Where(f => f.Is(name));

    public bool Has(string name) => First(name) is not null;

    public string Text(string name) => First(name)?.Text ?? "";

    public string Decoded(string name) => First(name)?.Decoded ?? "";
}
