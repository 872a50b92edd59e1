namespace FoiPipeline.Core.Replies;

/// <summary>All that the pipeline makes of one mail: stored as one JSON document, shown by <c>foi read</c>.</summary>
public sealed record Reading
{
    public required Judgement Judgement { get; init; }

    /// <summary>The sender's own words in the body: quoted original, signature and disclaimer cut.</summary>
    public required string OwnWords { get; init; }

    /// <summary>What was cut from the body as quoted from an earlier mail; matching still looks for references there.</summary>
    public required string Quoted { get; init; }

    /// <summary>What was set apart as signature, disclaimer, or the paragraphs on review, complaint and copyright that close every answer.</summary>
    public string Closing { get; init; } = "";

    /// <summary>Answers laid beside the questions, where numbering or repeated questions allow.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Text of the reply that belongs to no question.</summary>
    public string OtherText { get; init; } = "";

    /// <summary>The authority's own reference, if it gives one: <c>FOI 007585</c>.</summary>
    public string? TheirReference { get; init; }

    /// <summary>For a bounce: true where delivery was given up, false where it is still being tried. Nothing for every other kind.</summary>
    public bool? IsPermanentBounce { get; init; }
}

/// <param name="Question">Number of the question.</param>
/// <param name="Text">The answer's words.</param>
/// <param name="Source"><c>body</c>, or the attachment's name and page or paragraph.</param>
public sealed record Answer(int Question, string Text, string Source);

/// <summary>An attachment of a reply with the text that was got out of it.</summary>
public sealed record ReadAttachment(string Name, string Type, long Bytes, string Sha256, bool IsInline, ExtractedText Text);
