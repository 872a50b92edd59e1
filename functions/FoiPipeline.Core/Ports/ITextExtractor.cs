using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Ports;

/// <summary>Text out of a document, with proof of where each passage stood.</summary>
public interface ITextExtractor
{
    /// <summary>
    /// The type is recognised by content; name and declared type are hints only. A document that cannot be read is an answer with a
    /// <see cref="ExtractedText.Problem"/>, not an exception. A missing tool throws <see cref="ToolMissingException"/>, so that the work waits for it.
    /// </summary>
    Task<ExtractedText> ExtractAsync(DocumentContent document, CancellationToken cancel);
}

/// <param name="Name">The file name as the sender gave it, made safe; may be empty.</param>
/// <param name="DeclaredType">The media type the sender named: <c>application/pdf</c>.</param>
/// <param name="Bytes">The document.</param>
public sealed record DocumentContent(string Name, string DeclaredType, ReadOnlyMemory<byte> Bytes);

/// <summary>A native tool is not installed. The message names the tool and its Debian package.</summary>
public sealed class ToolMissingException(string message) : Exception(message);
