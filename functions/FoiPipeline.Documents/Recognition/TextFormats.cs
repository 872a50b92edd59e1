using FoiPipeline.Documents.Text;

namespace FoiPipeline.Documents.Recognition;

/// <summary>Formats that are text: told apart by how they begin.</summary>
internal static class TextFormats
{
    private const int Beginning = 4096;

    private static readonly string[] HtmlStarts =
    [
        "!doctype html", "html", "head", "body", "title", "meta", "style", "div", "p", "table", "span", "font", "center", "h1", "h2", "h3", "ul", "ol",
        "b", "br", "a", "pre", "blockquote", "strong", "em", "img", "script", "link", "base",
    ];

    private static readonly string[] FieldsOfMachines = ["received", "return-path", "message-id", "mime-version", "delivered-to"];
    private static readonly string[] FieldsOfPeople = ["date", "from", "to", "subject", "content-type"];

    private static readonly DocumentFormat Mail = new("mail", "a mail saved as a file (.eml)", "Open it by hand, or import it as a mail of its own.");
    private static readonly DocumentFormat WordXml = new("word-xml", "a Word document saved as XML");
    private static readonly DocumentFormat ExcelXml = new("excel-xml", "an Excel workbook saved as XML");

    public static DocumentFormat? Find(ReadOnlySpan<byte> bytes)
    {
        if (!TextBytes.LookLikeText(bytes))
        {
            return null;
        }

        var start = TextBytes.DecodeStart(bytes, Beginning).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return IsOfficeXml(start, "Word.Document") ? WordXml
            : IsOfficeXml(start, "Excel.Sheet") ? ExcelXml
            : IsHtml(start) ? DocumentFormat.Html
            : IsMail(start) ? Mail
            : DocumentFormat.Text;
    }

    private static bool IsOfficeXml(string start, string program) =>
        start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<?mso-application", StringComparison.Ordinal)
        && start.Contains(program, StringComparison.Ordinal);

    private static bool IsHtml(string start)
    {
        var rest = start.AsSpan();
        while (SkipOne(ref rest, "<?", "?>") || SkipOne(ref rest, "<!--", "-->"))
        {
            rest = rest.TrimStart();
        }

        if (!rest.StartsWith("<"))
        {
            return false;
        }

        foreach (var tag in HtmlStarts)
        {
            if (rest[1..].StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (rest.Length <= tag.Length + 1 || !char.IsAsciiLetterOrDigit(rest[tag.Length + 1])))
            {
                return start.Contains('>', StringComparison.Ordinal);
            }
        }

        return rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) && start.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool SkipOne(ref ReadOnlySpan<char> text, string open, string close)
    {
        var end = text.StartsWith(open) ? text.IndexOf(close) : -1;
        text = end < 0 ? text : text[(end + close.Length)..];
        return end >= 0;
    }

    // A letter that quotes "From: ... To: ... Subject: ..." is text; a mail also carries fields that only machines write.
    private static bool IsMail(string start)
    {
        int machines = 0, people = 0;
        foreach (var line in start.AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                continue;
            }

            if (colon <= 0 || line[..colon].ContainsAny(" \t"))
            {
                return false;
            }

            var field = line[..colon].ToString();
            machines += FieldsOfMachines.Contains(field, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
            people += FieldsOfPeople.Contains(field, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        }

        return machines >= 1 && machines + people >= 3;
    }
}
