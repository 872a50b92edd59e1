using NCrontab;

namespace FoiPipeline.Local.Clockwork;

/// <summary>A function as its <c>function.json</c> describes it: a name and what rings it.</summary>
public abstract record FunctionDefinition(string Name)
{
    /// <summary>Name of the trigger's binding: under it stands what rang in a call by the Functions host.</summary>
    public string Binding { get; init; } = "";
}

/// <param name="Schedule">NCRONTAB with six fields, in UTC, as the Functions host reads it.</param>
public sealed record TimerFunction(string Name, CrontabSchedule Schedule) : FunctionDefinition(Name);

/// <param name="Queue">Name of the queue.</param>
public sealed record QueueFunction(string Name, string Queue) : FunctionDefinition(Name);

/// <param name="Container">Container of the document store; every document in it rings the function once.</param>
public sealed record BlobFunction(string Name, string Container) : FunctionDefinition(Name);

/// <param name="Route">Path of the page, without the leading slash; literal, so that no request from outside can be led to another function.</param>
/// <param name="Answer">Name of the binding that the answer goes out by.</param>
public sealed record HttpFunction(string Name, string Route, string Answer) : FunctionDefinition(Name);
