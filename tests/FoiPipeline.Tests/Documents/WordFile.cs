using System.IO.Compression;
using System.Text;

namespace FoiPipeline.Tests.Documents;

/// <summary>Builds a .docx part by part, so that a test shows exactly the markup it is about.</summary>
internal sealed class WordFile
{
    public const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Root =
        $"xmlns:w=\"{W}\" xmlns:r=\"{R}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
        + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly StringBuilder _links = new();

    private WordFile()
    {
    }

    /// <summary>A document with this markup within <c>w:body</c>.</summary>
    public static WordFile WithBody(string markup) => WithMain($"<w:document {Root}><w:body>{markup}</w:body></w:document>");

    /// <summary>A document whose main part is this, as it is.</summary>
    public static WordFile WithMain(string xml) => new WordFile()
        .Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        .Part("_rels/.rels", Links($"<Relationship Id=\"rId1\" Type=\"{R}/officeDocument\" Target=\"word/document.xml\"/>"))
        .Part("word/document.xml", xml);

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>";

    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Item(int numId, int level, string text) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{numId}\"/></w:numPr>");

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{c}</w:tc>"))}</w:tr>";

    /// <summary>A part with this markup inside its root element, linked from the main part by an id of the same name as its kind.</summary>
    public WordFile Linked(string kind, string root, string markup, string? id = null)
    {
        id ??= kind;
        _links.Append($"<Relationship Id=\"{id}\" Type=\"{R}/{kind}\" Target=\"{id}.xml\"/>");
        return Part($"word/{id}.xml", $"<{root} {Root}>{markup}</{root}>");
    }

    public WordFile Numbering(string markup) => Linked("numbering", "w:numbering", markup);

    public WordFile Styles(string markup) => Linked("styles", "w:styles", markup);

    public WordFile Link(string id, string target)
    {
        _links.Append($"<Relationship Id=\"{id}\" Type=\"{R}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>");
        return this;
    }

    public WordFile Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public WordFile Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public WordFile Without(string name)
    {
        _parts.Remove(name);
        return this;
    }

    public byte[] ToBytes()
    {
        if (_links.Length > 0)
        {
            Part("word/_rels/document.xml.rels", Links(_links.ToString()));
        }

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Links(string relationships) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relationships}</Relationships>";
}
