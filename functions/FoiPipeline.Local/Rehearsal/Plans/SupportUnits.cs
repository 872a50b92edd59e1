namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>Invented support units that answer on behalf of their bodies.</summary>
internal static class SupportUnits
{
    public static readonly IReadOnlyList<SupportUnit> All =
    [
        new("Northmoor Commissioning Support Unit", "NCSU", "northmoorcsu.example", "foi"),
        new("Pennine Gate Commissioning Support", "PGCS", "penninegate.example", "foi.team"),
        new("Trentside CSU", "TCSU", "trentsidecsu.example", "freedomofinformation"),
        new("Eastlea Commissioning Support Unit", "ECSU", "eastleacsu.example", "information.governance"),
        new("Capital and Lea Valley Shared Services", "CLVSS", "clvshared.example", "foi"),
        new("South Downs Commissioning Support", "SDCS", "southdownscs.example", "foi-requests"),
        new("Westbourne CSU", "WCSU", "westbournecsu.example", "foi"),
        new("Arden Cross Commissioning Support Unit", "ACCSU", "ardencross.example", "foi.desk"),
        new("Meridian Health Support Services", "MHSS", "meridianhss.example", "requests"),
    ];
}

/// <param name="Name">As it signs.</param>
/// <param name="Initials">Used in its reference numbers.</param>
/// <param name="Domain">Under <c>.example</c>.</param>
/// <param name="LocalPart">Of its mailbox for requests.</param>
internal sealed record SupportUnit(string Name, string Initials, string Domain, string LocalPart)
{
    public string Mailbox => $"{LocalPart}@{Domain}";
}
