using FoiPipeline.Core.Ports;

namespace FoiPipeline.Documents.Recognition;

/// <summary>
/// Says what a document is by looking at its bytes. Senders' names and labels are often wrong (a PDF sent as <c>application/octet-stream</c>,
/// a web page named <c>.xls</c>), so they serve only to word the problem when the bytes say nothing.
/// </summary>
internal static class FormatRecogniser
{
    private const int PdfHeaderWithin = 1024;

    public static DocumentFormat Recognise(DocumentContent document)
    {
        var bytes = document.Bytes.Span;
        if (bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
        {
            return new DocumentFormat(
                "empty", bytes.Length == 0 ? "an empty file" : "a file of nothing but blanks or zero bytes", "Ask the authority to send it again.");
        }

        return IsPdf(bytes) ? DocumentFormat.Pdf
            : ZipFormats.Find(document.Bytes)
            ?? CompoundFile.Find(bytes)
            ?? Signatures.Find(bytes)
            ?? TextFormats.Find(bytes)
            ?? Unknown(document);
    }

    // Readers of PDF accept anything before the header within the first 1024 bytes (ISO 32000-1, annex H.3.4.1); we want an object too, since
    // letters about PDFs may mention the header's word.
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8);
        return at == 0 || (at > 0 && bytes[at..].IndexOf(" obj"u8) > 0) || HasLostItsHead(bytes);
    }

    private static bool HasLostItsHead(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - PdfHeaderWithin)..];
        return tail.IndexOf("startxref"u8) >= 0 && tail.IndexOf("%%EOF"u8) >= 0 && bytes.IndexOf(" obj"u8) >= 0;
    }

    private static DocumentFormat Unknown(DocumentContent document)
    {
        var extension = Path.GetExtension(document.Name);
        var claim = extension.Length is > 1 and <= 8 ? $" (its name ends in {extension})" : "";
        return new DocumentFormat("unknown", $"a file whose content is of no kind known here{claim}");
    }
}
