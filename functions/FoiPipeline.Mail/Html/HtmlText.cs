using System.Text;
using FoiPipeline.Core.Ports;

namespace FoiPipeline.Mailing.Html;

/// <summary>HTML to the text a person would read: the body of a mail, or a page that was attached.</summary>
public sealed class HtmlText : IHtmlText
{
    /// <summary>Characters of markup; four million are a thousand printed pages.</summary>
    private const int Longest = 4_000_000;

    /// <inheritdoc />
    public string ToText(string html) => ToText(html, out _);

    /// <param name="html">A page or a piece of one.</param>
    /// <param name="problem">A sentence, if not all of it was read.</param>
    public static string ToText(string html, out string? problem)
    {
        problem = html.Length > Longest ? $"The HTML is longer than {Longest / 1_000_000} million characters; only its beginning was read." : null;
        var lines = new HtmlWalk().Read(new HtmlTokens(html.Length > Longest ? html[..Longest] : html));
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var mark = line.Quote == 0 ? "" : string.Concat(Enumerable.Repeat("> ", line.Quote));
            text.Append(line.Text.Length == 0 ? mark.TrimEnd() : mark + line.Text).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
