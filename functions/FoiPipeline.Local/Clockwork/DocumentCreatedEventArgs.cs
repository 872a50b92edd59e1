namespace FoiPipeline.Local.Clockwork;

/// <summary>A document that is new in a store.</summary>
public sealed class DocumentCreatedEventArgs(string name) : EventArgs
{
    /// <summary>Container and path.</summary>
    public string Name { get; } = name;
}
