namespace FoiPipeline.Core.Ports;

/// <summary>One event as a register keeps it.</summary>
/// <param name="Key">Deterministic: the second run of the same trigger makes the same key. Unique within its stream, at most 200 characters.</param>
/// <param name="Json">The event itself.</param>
public sealed record StoredEvent(string Key, string Json);
