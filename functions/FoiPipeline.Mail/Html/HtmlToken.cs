namespace FoiPipeline.Mailing.Html;

internal enum HtmlTokenKind
{
    Text,
    StartTag,
    EndTag,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">Text with its character references decoded, or the tag's name in lower case.</param>
/// <param name="Attributes">The attributes that say something about text; first one wins.</param>
/// <param name="IsSelfClosing">Whether the tag ends in a slash.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, string Text, HtmlAttributes Attributes, bool IsSelfClosing);

/// <summary>The few attributes that decide how text reads.</summary>
internal sealed record HtmlAttributes
{
    public static HtmlAttributes None { get; } = new();

    public string? Href { get; private set; }

    public string? Class { get; private set; }

    public string? Start { get; private set; }

    public string? Type { get; private set; }

    public string? Value { get; private set; }

    /// <summary>The style in lower case without blanks.</summary>
    public string? Style { get; private set; }

    public bool IsHidden { get; private set; }

    public static bool Matters(ReadOnlySpan<char> name) =>
        name.Length is >= 4 and <= 6 && name.ToString().ToLowerInvariant() is "href" or "class" or "start" or "type" or "value" or "style" or "hidden";

    public HtmlAttributes With(ReadOnlySpan<char> name, string value)
    {
        var known = this == None ? new HtmlAttributes() : this;
        switch (name.ToString().ToLowerInvariant())
        {
            case "href":
                known.Href ??= value;
                break;
            case "class":
                known.Class ??= value;
                break;
            case "start":
                known.Start ??= value;
                break;
            case "type":
                known.Type ??= value;
                break;
            case "value":
                known.Value ??= value;
                break;
            case "style":
                known.Style ??= string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
                break;
            default:
                known.IsHidden = true;
                break;
        }

        return known;
    }
}
