using System.Globalization;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Documents.Text;

/// <summary>The characters of a text document up to the limit.</summary>
internal static class BoundedText
{
    private const int MostBytesACharacter = 4;

    public static string Decode(DocumentContent document, ExtractionLimits limits, out string? problem)
    {
        var most = (int)Math.Min(document.Bytes.Length, (long)limits.TextCharacters * MostBytesACharacter);
        var text = TextBytes.Decode(document.Bytes.Span[..most], document.DeclaredType);
        var isCut = most < document.Bytes.Length || text.Length > limits.TextCharacters;
        problem = isCut ? Cut(limits.TextCharacters) : null;
        return text.Length > limits.TextCharacters ? text[..limits.TextCharacters] : text;
    }

    public static string Cut(int characters) =>
        string.Create(CultureInfo.InvariantCulture, $"Only the first {characters:N0} characters were read: the document is longer. Open it by hand for the rest.");
}
