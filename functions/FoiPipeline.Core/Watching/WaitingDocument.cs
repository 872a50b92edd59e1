namespace FoiPipeline.Core.Watching;

/// <summary>A document of the inbox that is not through.</summary>
internal sealed class WaitingDocument
{
    public required string Name { get; init; }

    public required DateTimeOffset Stored { get; init; }

    /// <summary>The mail's id where the document is called by it; nothing for one that was dropped in under a name of its own.</summary>
    public required string? Mail { get; init; }

    public required WaitingFor For { get; set; }

    /// <summary>Whether it has waited longer than any step takes.</summary>
    public required bool IsOverdue { get; init; }
}

internal enum WaitingFor
{
    TakingIn,
    Reading,

    /// <summary>It turned out to be through.</summary>
    Nothing,
}
