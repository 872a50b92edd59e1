namespace FoiPipeline.Core.Rounds;

/// <summary>A public body on the register, as it was when the round was opened.</summary>
public sealed record Authority
{
    public required AuthorityId Id { get; init; }

    /// <summary>The full name as it stands in the letter: <c>NHS Ashford CCG</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The address for FOI requests as the register gives it; corrections during the round are events of the request.</summary>
    public required string FoiAddress { get; init; }

    /// <summary>Every other column of the register, by its heading in lower case: <c>stp</c>, <c>region</c>, <c>successor</c>, <c>short_name</c> ...</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The value of one attribute, or nothing where the register leaves it empty.</summary>
    public string? Attribute(string name) => Attributes.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
