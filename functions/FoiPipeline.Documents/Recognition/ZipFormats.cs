using FoiPipeline.Documents.Packages;

namespace FoiPipeline.Documents.Recognition;

/// <summary>Formats that are zip archives inside: Office since 2007 (ECMA-376), OpenDocument, and plain archives.</summary>
internal static class ZipFormats
{
    private const int MostEntries = 10_000;

    private static readonly (string Entry, DocumentFormat Format)[] ByEntry =
    [
        ("word/", DocumentFormat.Docx),
        ("xl/", new("xlsx", "an Excel workbook (.xlsx)")),
        ("ppt/", new("pptx", "a PowerPoint presentation (.pptx)")),
        ("visio/", new("vsdx", "a Visio drawing (.vsdx)")),
        ("Index/Document.iwa", new("iwork", "an Apple iWork document (.pages, .numbers)")),
        ("META-INF/container.xml", new("epub", "an electronic book (.epub)")),
        ("FixedDocSeq.fdseq", new("xps", "an XPS document (.xps)")),
    ];

    private static readonly (string MediaType, DocumentFormat Format)[] ByMediaType =
    [
        ("opendocument.text", new("odt", "an OpenDocument text (.odt)")),
        ("opendocument.spreadsheet", new("ods", "an OpenDocument spreadsheet (.ods)")),
        ("opendocument.presentation", new("odp", "an OpenDocument presentation (.odp)")),
        ("epub+zip", new("epub", "an electronic book (.epub)")),
    ];

    private static readonly DocumentFormat Archive =
        new("zip", "an archive (.zip)", "Unpack it by hand or ask for the files one by one.");

    public static DocumentFormat? Find(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("PK\x03\x04"u8) && !bytes.Span.StartsWith("PK\x05\x06"u8))
        {
            return null;
        }

        var package = ZipPackage.Read(bytes, MostEntries);
        return MediaType(bytes.Span) ?? (package.Holds("[Content_Types].xml") || !package.IsWhole ? Office(package) : Other(package)) ?? Archive;
    }

    // OpenDocument and EPUB put an uncompressed entry "mimetype" first, so that its content stands at byte 38.
    private static DocumentFormat? MediaType(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 60 || !bytes[30..].StartsWith("mimetype"u8))
        {
            return null;
        }

        var start = System.Text.Encoding.Latin1.GetString(bytes[38..Math.Min(bytes.Length, 120)]);
        return Array.Find(ByMediaType, f => start.Contains(f.MediaType, StringComparison.Ordinal)).Format;
    }

    private static DocumentFormat? Office(ZipPackage package) => Array.Find(ByEntry, f => package.Entries.Any(e => Matches(e.Name, f.Entry))).Format;

    private static DocumentFormat? Other(ZipPackage package) =>
        Array.Find(ByEntry, f => !f.Entry.EndsWith('/') && package.Entries.Any(e => e.Name == f.Entry)).Format;

    private static bool Matches(string name, string entry) => entry.EndsWith('/') ? name.StartsWith(entry, StringComparison.OrdinalIgnoreCase) : name == entry;
}
