namespace FoiPipeline.Documents;

/// <summary>
/// How much of one document is read. Replies come from strangers: beyond these bounds a document is cut, and its
/// <see cref="Core.Replies.ExtractedText.Problem"/> says so. The defaults fit every genuine reply we know with room to spare.
/// </summary>
public sealed record ExtractionLimits
{
    /// <summary>Characters of text kept; for text and HTML also the characters read. Ten million are about 4,000 pages.</summary>
    public int TextCharacters { get; init; } = 10_000_000;

    /// <summary>Passages kept.</summary>
    public int Passages { get; init; } = 200_000;

    /// <summary>Entries of a zip package that are looked at.</summary>
    public int PackageParts { get; init; } = 10_000;

    /// <summary>Bytes of one unpacked part of a package.</summary>
    public long PartBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of all unpacked parts of a package together.</summary>
    public long PackageBytes { get; init; } = 128L << 20;

    /// <summary>Levels of XML elements within each other. Word's own documents stay below a hundred.</summary>
    public int XmlDepth { get; init; } = 256;

    /// <summary>Wall-clock time a native tool may take for one document.</summary>
    public TimeSpan ToolTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Processor time a native tool may use for one document.</summary>
    public TimeSpan ToolProcessorTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of address space of a native tool.</summary>
    public long ToolMemory { get; init; } = 1L << 30;

    /// <summary>Bytes a native tool may print.</summary>
    public long ToolOutput { get; init; } = 40L << 20;

    /// <summary>Where short-lived folders for native tools are made; nothing means the system's temporary folder.</summary>
    public string? TemporaryFolder { get; init; }
}
