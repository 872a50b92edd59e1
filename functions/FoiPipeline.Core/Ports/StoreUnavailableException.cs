namespace FoiPipeline.Core.Ports;

/// <summary>A store could not be reached, is full, locked or damaged. The message is one sentence for a person: what, where, what to do.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
