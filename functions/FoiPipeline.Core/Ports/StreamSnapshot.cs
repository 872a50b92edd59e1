namespace FoiPipeline.Core.Ports;

/// <summary>A stream's summary and the number of events behind it. Version 0 means that the stream does not exist; its summary is then empty.</summary>
public sealed record StreamSnapshot(StreamId Stream, long Version, string SummaryJson);
