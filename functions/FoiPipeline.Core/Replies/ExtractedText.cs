namespace FoiPipeline.Core.Replies;

/// <summary>What a document says, passage by passage.</summary>
public sealed record ExtractedText
{
    /// <summary>What the content is: <c>pdf</c>, <c>docx</c>, <c>html</c>, <c>text</c>, <c>image</c>, <c>empty</c>, <c>unknown</c> ...</summary>
    public required string Type { get; init; }

    /// <summary>How the text was got: <c>pdftotext 22.12.0</c>, <c>docx</c>, <c>html</c>, <c>text</c>, <c>none</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Number of pages where the format has them.</summary>
    public int? Pages { get; init; }

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>Why there is no text, or not all of it, in one sentence that says what to ask the authority for; nothing when all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>The passages as one text, blocks separated by an empty line.</summary>
    public string Text => string.Join("\n\n", Passages.Select(p => p.Text));
}

/// <summary>A block of text with the place it stood at.</summary>
/// <param name="Text">Lines separated by '\n'.</param>
/// <param name="Page">Page number from 1, for paged formats.</param>
/// <param name="Place">Paragraph, table row or cell within the document: <c>p12</c>, <c>t1r3</c>, <c>footnote2</c>; empty for paged formats.</param>
public sealed record Passage(string Text, int? Page, string Place);
