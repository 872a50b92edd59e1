namespace FoiPipeline.Mailing.Reading;

/// <summary>A message or a part of one, as its structure stands; nothing is decoded yet.</summary>
internal sealed class MimeEntity
{
    public required HeaderFields Header { get; init; }

    public required ParameterizedValue ContentType { get; init; }

    public required ParameterizedValue Disposition { get; init; }

    /// <summary>The media type in lower case: <c>text/plain</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The body, still transfer-encoded.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The parts of a multipart, in order; empty for everything else.</summary>
    public IReadOnlyList<MimeEntity> Parts { get; init; } = [];

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsAttachment => Disposition.Value == "attachment";

    public bool IsNestedMessage => Type is "message/rfc822" or "message/global" or "message/news";

    /// <summary>The file name as the sender wrote it, decoded; empty when there is none.</summary>
    public string FileName => Disposition["filename"] is { Length: > 0 } name ? name : ContentType["name"];

    public ReadOnlyMemory<byte> Decode(ProblemList problems) => TransferDecoder.Decode(Body, Header.Text("Content-Transfer-Encoding"), problems);
}
