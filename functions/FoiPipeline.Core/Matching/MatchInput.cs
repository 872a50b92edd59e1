using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Matching;

/// <summary>What the ladder looks at: the mail, and what was already read out of its body.</summary>
public sealed record MatchInput
{
    public required Mail Mail { get; init; }

    /// <summary>The sender's own words; see <see cref="Reading.OwnWords"/>.</summary>
    public string OwnWords { get; init; } = "";

    /// <summary>What was cut from the body as quoted; see <see cref="Reading.Quoted"/>.</summary>
    public string Quoted { get; init; } = "";

    /// <summary>The authority's own reference, as it wrote it.</summary>
    public string? TheirReference { get; init; }

    /// <summary>Texts of attachments, where they are known already. They suggest, and never attribute.</summary>
    public IReadOnlyList<AttachmentText> Attachments { get; init; } = [];
}

/// <param name="Name">The attachment's name, as a person sees it.</param>
/// <param name="Text">What was read out of it.</param>
public sealed record AttachmentText(string Name, string Text);
