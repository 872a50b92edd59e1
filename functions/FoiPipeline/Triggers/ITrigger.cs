namespace FoiPipeline.Triggers;

/// <summary>What a function does when it is rung, by whatever rings it. The name is that of the folder of its <c>function.json</c>.</summary>
internal interface ITrigger
{
    string Name { get; }

    /// <param name="payload">The queue's message or the document's name; empty for a timer.</param>
    /// <param name="cancel">The host wants the work given back.</param>
    Task RunAsync(string payload, CancellationToken cancel);
}
