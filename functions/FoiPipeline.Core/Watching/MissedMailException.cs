namespace FoiPipeline.Core.Watching;

/// <summary>Documents that had been missed could not be taken in; everything else the watch does is done.</summary>
public sealed class MissedMailException(string message) : Exception(message);
