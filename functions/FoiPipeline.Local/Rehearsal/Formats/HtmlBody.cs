using System.Net;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>Blocks as the HTML that mail programs write.</summary>
internal static class HtmlBody
{
    /// <summary>Word's way: a class on every paragraph, non-breaking spaces between them, tables with borders.</summary>
    public static string Outlook(IReadOnlyList<Block> blocks, string quote)
    {
        var html = new StringBuilder();
        html.Append("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n");
        html.Append("<style><!--\np.MsoNormal {margin:0cm; font-size:11.0pt; font-family:\"Calibri\",sans-serif;}\n--></style>\n</head>\n<body lang=\"EN-GB\">\n<div class=\"WordSection1\">\n");
        var inTable = false;
        foreach (var block in blocks)
        {
            inTable = Switch(html, inTable, block.Kind == BlockKind.Row);
            if (inTable)
            {
                html.Append("<tr><td width=\"40%\" style=\"border:solid windowtext 1.0pt\"><p class=\"MsoNormal\">").Append(Lines(block.Label))
                    .Append("</p></td><td style=\"border:solid windowtext 1.0pt\"><p class=\"MsoNormal\">").Append(Lines(block.Text)).Append("</p></td></tr>\n");
            }
            else
            {
                var text = Lines(block.Labelled);
                html.Append("<p class=\"MsoNormal\">").Append(block.Kind is BlockKind.Question or BlockKind.Heading ? $"<b>{text}</b>" : text)
                    .Append("<o:p></o:p></p>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n");
            }
        }

        Switch(html, inTable, false);
        return html.Append(quote).Append("</div>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The way of web mail: plain divs.</summary>
    public static string Simple(IReadOnlyList<Block> blocks, string quote)
    {
        var html = new StringBuilder("<div dir=\"ltr\">");
        var inTable = false;
        foreach (var block in blocks)
        {
            inTable = Switch(html, inTable, block.Kind == BlockKind.Row);
            _ = inTable
                ? html.Append("<tr><td>").Append(Lines(block.Label)).Append("</td><td>").Append(Lines(block.Text)).Append("</td></tr>")
                : html.Append("<div>").Append(Lines(block.Labelled)).Append("</div><div><br></div>");
        }

        Switch(html, inTable, false);
        return html.Append("</div>").Append(quote).Append('\n').ToString();
    }

    public static string Lines(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private static bool Switch(StringBuilder html, bool inTable, bool toTable)
    {
        if (inTable != toTable)
        {
            html.Append(toTable ? "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n" : "</table>\n<p>&nbsp;</p>\n");
        }

        return toTable;
    }
}
