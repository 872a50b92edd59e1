namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>What one line of a body is to the reader of a reply.</summary>
public enum LineRole
{
    /// <summary>The sender's own words.</summary>
    Own,

    /// <summary>Quoted from an earlier mail, or the line that introduces the quotation.</summary>
    Quoted,

    /// <summary>Name and contact lines of the sender.</summary>
    Signature,

    /// <summary>Confidentiality notices and footers that mail systems add.</summary>
    Disclaimer,

    /// <summary>The closing that every FOI answer carries: internal review, the Commissioner, copyright and re-use.</summary>
    Boilerplate,
}

/// <param name="Text">The line without its line end; a quoted line keeps its prefix.</param>
/// <param name="Role">Whose words these are.</param>
public readonly record struct BodyLine(string Text, LineRole Role)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public bool IsOwn => Role == LineRole.Own;
}
