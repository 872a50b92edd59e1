namespace FoiPipeline.Core.Ports;

/// <summary>What a person would read of an HTML page, as plain text. One implementation serves mail bodies and attached pages alike.</summary>
public interface IHtmlText
{
    /// <summary>
    /// Text with '\n' line ends: paragraphs, headings, numbered and bulleted lists, one line for each table row, links as <c>text &lt;url&gt;</c>,
    /// quotations prefixed with "&gt; ". Reads anything in time proportional to its length, never throws for its content.
    /// </summary>
    string ToText(string html);
}
