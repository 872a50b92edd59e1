namespace FoiPipeline.Local.Rounds;

/// <summary>The first line of the register: where code, name and address stand, and what the other columns are called.</summary>
internal sealed record RegisterHeading(int Code, int Name, int Address, IReadOnlyList<(int Column, string Heading)> Attributes, int Columns)
{
    private const string Example = "code,name,address,region";

    private static readonly string[] RequiredColumns = ["code", "name", "address"];

    public static RegisterHeading? Read(string file, int line, IReadOnlyList<string> cells, FaultList faults)
    {
        var headings = cells.Select(c => c.Trim().ToLowerInvariant()).ToList();
        if (!RequiredColumns.Any(headings.Contains) && headings.Exists(h => h.Contains('@', StringComparison.Ordinal)))
        {
            faults.Error(file, line, "The register has no line of headings.", $"Put one above the first row, for example: {Example}");
            return null;
        }

        var sound = RequiredColumns.Where(c => !headings.Contains(c)).ToList() is { Count: 0 } || Missing(file, line, headings, faults);
        foreach (var again in headings.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            faults.Error(file, line, $"Two columns are called '{again.Key}'.", "Rename or remove one of them.");
            sound = false;
        }

        var attributes = headings.Select((heading, column) => (column, heading)).Where(x => x.heading.Length > 0 && !RequiredColumns.Contains(x.heading)).ToList();
        return sound ? new RegisterHeading(headings.IndexOf("code"), headings.IndexOf("name"), headings.IndexOf("address"), attributes, headings.Count) : null;
    }

    private static bool Missing(string file, int line, List<string> headings, FaultList faults)
    {
        foreach (var missing in RequiredColumns.Where(c => !headings.Contains(c)))
        {
            var meant = Nearest.To(missing, headings.Except(RequiredColumns));
            faults.Error(
                file, line, $"The register has no column '{missing}'.",
                meant is null ? $"The headings are for example: {Example}" : $"Rename the column '{meant}' to '{missing}' if it is that.");
        }

        return false;
    }
}
