namespace FoiPipeline.Local.Clockwork;

/// <summary>One ringing of a function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">The queue's message, or the document's name; empty for a timer.</param>
/// <param name="Content">The document itself, where whoever rings has it at hand: seekable, at position 0. The ringer disposes it.</param>
public sealed record FunctionCall(string Function, string Payload, Stream? Content = null);
