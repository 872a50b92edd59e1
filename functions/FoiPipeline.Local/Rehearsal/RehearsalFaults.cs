using System.Globalization;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>Faults of the mail server, drawn from a seed, the Message-ID and the number of the attempt: the same run has the same faults.</summary>
/// <param name="Seed">Of the draws.</param>
/// <param name="DeferredPercent">Attempts answered with a 4xx.</param>
/// <param name="LostBeforePercent">Attempts where the line breaks before the server has accepted anything.</param>
/// <param name="LostAfterPercent">Attempts where the line breaks after acceptance and before the answer.</param>
public sealed record RehearsalFaults(int Seed, int DeferredPercent, int LostBeforePercent, int LostAfterPercent)
{
    internal Fault Draw(string messageId, int attempt)
    {
        var number = new Draw(Seed, string.Create(CultureInfo.InvariantCulture, $"{messageId}/{attempt}")).Below(100);
        return number < DeferredPercent ? Fault.Deferred
            : number < DeferredPercent + LostBeforePercent ? Fault.LostBefore
            : number < DeferredPercent + LostBeforePercent + LostAfterPercent ? Fault.LostAfter
            : Fault.None;
    }
}

internal enum Fault
{
    None,
    Deferred,
    LostBefore,
    LostAfter,
}
