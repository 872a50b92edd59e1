namespace FoiPipeline.Azure;

/// <summary>What one look at the storage account found.</summary>
/// <param name="Name">What was looked at: <c>clock</c>, <c>Blob service</c>, <c>containers</c>.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Sentence">For a person: what is so, or what is wrong and what to do.</param>
public sealed record StorageFinding(string Name, bool Ok, string Sentence);
