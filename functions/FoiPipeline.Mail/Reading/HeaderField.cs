using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>A header field as it stands in the message: its name, and its value still folded and encoded.</summary>
internal sealed class HeaderField(string name, ReadOnlyMemory<byte> raw)
{
    private string? _text;
    private string? _decoded;

    public string Name { get; } = name;

    /// <summary>The value unfolded; encoded words are left as they are, because their content must not be taken for structure.</summary>
    public string Text => _text ??= Unfold(Charsets.Guess(raw.Span));

    /// <summary>The value unfolded, with encoded words decoded: what a person reads.</summary>
    public string Decoded => _decoded ??= EncodedWords.Decode(Text);

    public bool Is(string other) => Name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Unfold(string folded)
    {
        var trimmed = folded.AsSpan().Trim();
        if (!trimmed.ContainsAny('\r', '\n', '\0'))
        {
            return trimmed.ToString();
        }

        var text = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var c = trimmed[i];
            if (c is not ('\r' or '\n' or '\0'))
            {
                text.Append(c);
            }
            else if (i + 1 < trimmed.Length && c != '\0' && trimmed[i + 1] is not (' ' or '\t' or '\r' or '\n'))
            {
                // A continuation that lost its leading blank.
                text.Append(' ');
            }
        }

        return text.ToString();
    }
}
