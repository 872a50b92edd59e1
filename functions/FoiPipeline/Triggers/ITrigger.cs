using FoiPipeline.Local.Clockwork;

namespace FoiPipeline.Triggers;

/// <summary>What a function does when it is rung, by whatever rings it. The name is that of the folder of its <c>function.json</c>.</summary>
internal interface ITrigger
{
    string Name { get; }

    /// <param name="call">What rang: the queue's message or the document's name and content; empty for a timer.</param>
    /// <param name="cancel">The host wants the work given back.</param>
    /// <returns>One sentence for the log: what was done. Ids and numbers, no content and no address.</returns>
    Task<string> RunAsync(FunctionCall call, CancellationToken cancel);
}
