namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// A day that is a bank holiday, Christmas Day or Good Friday in at least one part of the United Kingdom; the name is null where it is an
/// ordinary day.
/// </summary>
public sealed record UkHoliday(DateOnly Day, string? EnglandAndWales, string? Scotland, string? NorthernIreland)
{
    /// <summary>Names with the parts of the country they belong to: <c>2nd January, Scotland</c>.</summary>
    public string Description => string.Join("; ", Parts().GroupBy(p => p.Name, StringComparer.Ordinal).Select(Describe));

    private static string Describe(IGrouping<string, (string Name, string Part)> sameName)
    {
        var parts = sameName.Select(p => p.Part).ToList();
        return $"{sameName.Key}, {(parts.Count == 3 ? "all of the United Kingdom" : string.Join(" and ", parts))}";
    }

    private IEnumerable<(string Name, string Part)> Parts()
    {
        if (EnglandAndWales is not null)
        {
            yield return (EnglandAndWales, "England and Wales");
        }

        if (Scotland is not null)
        {
            yield return (Scotland, "Scotland");
        }

        if (NorthernIreland is not null)
        {
            yield return (NorthernIreland, "Northern Ireland");
        }
    }
}
