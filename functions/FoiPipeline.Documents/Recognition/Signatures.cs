using System.Text;
using FoiPipeline.Documents.Text;

namespace FoiPipeline.Documents.Recognition;

/// <summary>Formats known by fixed bytes at a fixed place, as published by their makers and kept in the lists of <c>file(1)</c>.</summary>
internal static class Signatures
{
    private const string Unpack = "Unpack it by hand or ask for the files one by one.";
    private const string Look = "Look at it by hand; if it shows text that matters, ask for the document it was made from.";

    private sealed record Signature(int Offset, byte[] Bytes, DocumentFormat Format)
    {
        /// <summary>A few letters that a text may begin with too: <c>ID3</c>, <c>MZ</c>.</summary>
        public bool MayBeText { get; } = Offset is 0 && Bytes.Length <= 4 && Ascii.IsValid(Bytes) && Bytes.AsSpan().IndexOfAnyInRange((byte)0, (byte)31) < 0;
    }

    private static readonly Signature[] Known =
    [
        At(0, "{\\rtf", new("rtf", "a Rich Text document (.rtf)")),
        At(0, "\x89PNG\r\n", new("image", "a picture (PNG)", Look)),
        At(0, "\xFF\xD8\xFF", new("image", "a picture (JPEG)", Look)),
        At(0, "GIF8", new("image", "a picture (GIF)", Look)),
        At(0, "II*\0", new("image", "a picture (TIFF), perhaps a scan", Look)),
        At(0, "MM\0*", new("image", "a picture (TIFF), perhaps a scan", Look)),
        At(8, "WEBP", new("image", "a picture (WebP)", Look)),
        At(4, "ftypheic", new("image", "a picture (HEIC)", Look)),
        At(4, "ftypmif1", new("image", "a picture (HEIF)", Look)),
        At(4, "ftypavif", new("image", "a picture (AVIF)", Look)),
        At(4, "jP  \r\n", new("image", "a picture (JPEG 2000)", Look)),
        At(0, "\xFF\x4F\xFF\x51", new("image", "a picture (JPEG 2000)", Look)),
        At(40, " EMF", new("image", "a picture (Windows metafile)", Look)),
        At(0, "\xD7\xCD\xC6\x9A", new("image", "a picture (Windows metafile)", Look)),
        At(0, "\x78\x9F\x3E\x22", new("winmail", "an Outlook container (winmail.dat)", "Ask the sender to send the attachment again as an ordinary file.")),
        At(0, "!BDN", new("pst", "an Outlook mailbox (.pst)")),
        At(0, "\x1F\x8B", new("gzip", "a packed file (.gz)", Unpack)),
        At(0, "BZh", new("bzip2", "a packed file (.bz2)", Unpack)),
        At(0, "\xFD" + "7zXZ\0", new("xz", "a packed file (.xz)", Unpack)),
        At(0, "7z\xBC\xAF\x27\x1C", new("7z", "an archive (.7z)", Unpack)),
        At(0, "Rar!\x1A\x07", new("rar", "an archive (.rar)", Unpack)),
        At(257, "ustar", new("tar", "an archive (.tar)", Unpack)),
        At(0, "MSCF", new("cab", "an archive (.cab)", Unpack)),
        At(0, "%!PS-", new("postscript", "a PostScript file")),
        At(4, "Standard Jet DB", new("mdb", "an Access database (.mdb)", "Ask for the data as a spreadsheet or CSV.")),
        At(4, "Standard ACE DB", new("accdb", "an Access database (.accdb)", "Ask for the data as a spreadsheet or CSV.")),
        At(0, "\xE4\x52\x5C\x7B\x8C\xD8\xA7\x4D", new("onenote", "a OneNote section (.one)")),
        At(0, "\x00\x00\x1A\x00\x05\x10\x04\x00", new("lotus", "a Lotus 1-2-3 workbook")),
        At(0, "\xFFWPC", new("wordperfect", "a WordPerfect document")),
        At(0, "\xDB\xA5", new("doc", "a Word document of before 1997 (.doc)")),
        At(0, "ITSF", new("chm", "a Windows help file (.chm)")),
        At(0, "AT&TFORM", new("djvu", "a scanned document (DjVu)")),
        At(0, "ID3", new("audio", "a sound recording", "Listen to it, or ask for a transcript.")),
        At(8, "WAVE", new("audio", "a sound recording", "Listen to it, or ask for a transcript.")),
        At(4, "ftyp", new("video", "a film or sound recording", "Watch it, or ask for a transcript.")),
        At(0, "SQLite format 3\0", new("sqlite", "a SQLite database", "Ask for the data as a spreadsheet or CSV.")),
        At(0, "-----BEGIN PGP MESSAGE-----", new("encrypted", "an encrypted message (PGP)", "Ask the sender to send it unencrypted.")),
        At(0, "-----BEGIN PGP SIGNATURE-----", new("signature", "a digital signature, which carries no answer", "Nothing needs doing.")),
        At(0, "MZ", new("program", "a Windows program", "Do not open it; ask the sender what it is.")),
        At(0, "\x7F" + "ELF", new("program", "a Linux program", "Do not open it; ask the sender what it is.")),
    ];

    public static DocumentFormat? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var signature in Known)
        {
            if (bytes.Length >= signature.Offset + signature.Bytes.Length && bytes[signature.Offset..].StartsWith(signature.Bytes)
                && !(signature.MayBeText && TextBytes.LookLikeText(bytes)))
            {
                return signature.Format;
            }
        }

        return Bitmap(bytes) ?? Cryptographic(bytes);
    }

    // "BM" alone begins many an English word: the header's own size and zeros must agree.
    private static DocumentFormat? Bitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 26 && bytes.StartsWith("BM"u8) && bytes[6..10].IndexOfAnyExcept((byte)0) < 0 && bytes[14] is 12 or 40 or 108 or 124
            ? new("image", "a picture (BMP)", Look)
            : null;

    // DER: SEQUENCE, then the object identifiers 1.2.840.113549.1.7.2 (signed) or .3 (enveloped) of RFC 5652.
    private static DocumentFormat? Cryptographic(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> cms = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07];
        var at = bytes.Length > 20 && bytes[0] == 0x30 ? bytes[..20].IndexOf(cms) : -1;
        return (at < 0 ? 0 : bytes[at + cms.Length]) switch
        {
            0x02 => new("signature", "a signed message or a digital signature (S/MIME)", "If the mail shows no text, ask the sender to send it unsigned."),
            0x03 => new("encrypted", "an encrypted message (S/MIME)", "Ask the sender to send it unencrypted."),
            _ => null,
        };
    }

    private static Signature At(int offset, string bytes, DocumentFormat format) => new(offset, Encoding.Latin1.GetBytes(bytes), format);
}
