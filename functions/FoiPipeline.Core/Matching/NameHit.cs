using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>How much a name in a text tells.</summary>
public enum NameStrength
{
    /// <summary>Two words of a place, nothing beside them: <c>West Kent</c>.</summary>
    Weak,

    /// <summary><c>NHS Ashford</c>, or a long and particular place name alone.</summary>
    Medium,

    /// <summary>The official name with its kind of body: <c>Ashford CCG</c>, <c>Ashford Clinical Commissioning Group</c>.</summary>
    Strong,
}

/// <summary>An authority's name in a text.</summary>
/// <param name="Authorities">Whose name it is; several where bodies share a name or a successor.</param>
/// <param name="Strength">How much it tells.</param>
/// <param name="Claims">Whether the words around it say that the mail is this body's: <c>on behalf of</c>, <c>your request to</c>, <c>... CCG does not hold</c>.</param>
/// <param name="List">Names that stand one after the other, with nothing but commas and 'and' between, have the same number.</param>
/// <param name="Words">The words as written.</param>
public sealed record NameHit(IReadOnlyList<AuthorityId> Authorities, NameStrength Strength, bool Claims, int List, string Words);

/// <param name="Hits">In the order of the text.</param>
/// <param name="Steps">How many steps through the index it took; grows with the text, not with the register.</param>
public sealed record NameScan(IReadOnlyList<NameHit> Hits, int Steps);
