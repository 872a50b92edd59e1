namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// Days that do not count towards the time limit, both ends included: under s.10(2) those from the giving of a fees notice to the receipt of the fee.
/// A clarification is no such period: it starts the count anew from the day our answer arrives.
/// </summary>
public sealed record ExcludedPeriod(DateOnly From, DateOnly Through, string Why)
{
    public bool Contains(DateOnly day) => day >= From && day <= Through;
}
