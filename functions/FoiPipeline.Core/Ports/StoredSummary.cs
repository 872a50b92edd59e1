namespace FoiPipeline.Core.Ports;

/// <summary>The folded state of a stream, and the worklists it stands on. Written in the same transaction as the events that changed it.</summary>
/// <param name="Json">The state.</param>
/// <param name="Lists">Which worklists the stream is on from now on, replacing all it was on before.</param>
public sealed record StoredSummary(string Json, IReadOnlyList<ListEntry> Lists);

/// <summary>A place on a worklist (<c>outbox</c>, <c>triage</c>), ordered by <paramref name="SortKey"/> (ordinal, at most 100 characters of letters, digits and <c>-_.:+|~</c>).</summary>
public readonly record struct ListEntry(string List, string SortKey);
