namespace FoiPipeline.Mailing.Html;

/// <summary>What the standard says about elements, as far as it shows in text.</summary>
internal static class HtmlElements
{
    private static readonly HashSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen");

    private static readonly HashSet<string> Block = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption xmp listing plaintext");

    private static readonly HashSet<string> Spaced = Set("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure fieldset xmp listing menu dir");

    private static readonly HashSet<string> NoText = Set("template select datalist svg object applet xml noscript audio video canvas map script style title iframe");

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsBlock(string name) => Block.Contains(name);

    public static bool IsList(string name) => name is "ul" or "ol" or "menu" or "dir";

    /// <summary>Whether an empty line stands before and after it.</summary>
    public static bool IsSpaced(string name) => Spaced.Contains(name);

    /// <summary>Whether nothing inside is shown as text.</summary>
    public static bool HoldsNoText(string name) => NoText.Contains(name);

    /// <summary>Whether a start tag ends an open element although its end tag is missing.</summary>
    public static bool Ends(string start, string open) => open switch
    {
        "p" => IsBlock(start),
        "li" => start == "li",
        "dt" or "dd" => start is "dt" or "dd",
        "option" => start is "option" or "optgroup",
        "td" or "th" => start is "td" or "th" or "tr" or "tbody" or "thead" or "tfoot",
        "tr" => start is "tr" or "tbody" or "thead" or "tfoot",
        "tbody" or "thead" or "tfoot" => start is "tbody" or "thead" or "tfoot",
        _ => false,
    };

    /// <summary>Whether a start tag can end anything at all.</summary>
    public static bool EndsAnything(string start) => IsBlock(start) || start is "option" or "optgroup";

    /// <summary>Whether an end tag or an implied end never reaches beyond this open element.</summary>
    public static bool Fences(string open, string name) => open switch
    {
        "table" => name is not "table",
        "td" or "th" => name is not ("td" or "th" or "tr" or "tbody" or "thead" or "tfoot" or "table"),
        "ul" or "ol" or "menu" or "dir" => name is "li",
        _ => false,
    };

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.Ordinal);
}
