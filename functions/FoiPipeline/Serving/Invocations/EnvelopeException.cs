namespace FoiPipeline.Serving.Invocations;

/// <summary>A call does not say what its function needs. The message is one sentence that quotes nothing of the call.</summary>
internal sealed class EnvelopeException(string message, Exception? inner = null) : Exception(message, inner);
