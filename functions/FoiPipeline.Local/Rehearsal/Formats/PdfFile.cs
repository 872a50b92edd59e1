using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>
/// Writes PDF 1.4 with a text layer in the standard fonts. By hand rather than with a library: no font is read or embedded, a file costs well under a
/// millisecond and three kilobytes, and the same sheet gives the same bytes, dates and ids included.
/// </summary>
internal static class PdfFile
{
    public static byte[] Write(Sheet sheet, bool letterhead)
    {
        var pages = PdfPages.Lay(sheet, letterhead);
        var objects = new List<byte[]>
        {
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}] >>"),
            Font("Helvetica"),
            Font("Helvetica-Bold"),
            Ascii($"<< /Producer (Office letter writer) /CreationDate (D:{sheet.Written.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) >>"),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + (2 * i)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"));
            objects.Add(Content(pages[i]));
        }

        return Assemble(objects);
    }

    /// <summary>What is left of a file when a gateway has replaced all but its first bytes: it says PDF and holds nothing.</summary>
    public static byte[] Ruin(byte[] pdf)
    {
        var ruined = (byte[])pdf.Clone();
        for (var i = 9; i < ruined.Length; i++)
        {
            ruined[i] = (byte)((ruined[i] * 31) + (i * 7) | 0x80);
        }

        return ruined;
    }

    private static byte[] Font(string name) => Ascii($"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");

    private static byte[] Content(string operators)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(HeaderText.Windows1252.GetBytes(operators));
        }

        return [.. Ascii($"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    private static byte[] Assemble(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            file.Write(Ascii($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        file.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            file.Write(Ascii($"{offset:D10} 00000 n \n"));
        }

        file.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
