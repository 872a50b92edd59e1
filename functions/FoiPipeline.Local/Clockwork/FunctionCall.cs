namespace FoiPipeline.Local.Clockwork;

/// <summary>One ringing of a function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">The queue's message, or the document's name; empty for a timer.</param>
public sealed record FunctionCall(string Function, string Payload);
