using System.Buffers.Binary;
using System.Text;

namespace FoiPipeline.Documents.Recognition;

/// <summary>
/// The compound files of Office before 2007, and what Office wraps protected documents in ([MS-CFB]). Only the names of the root's own entries are
/// read: an embedded workbook must not make a letter a workbook.
/// </summary>
internal static class CompoundFile
{
    private const int EntryLength = 128;
    private const int MostSectors = 4096;
    private const uint None = 0xFFFFFFFF;

    private static readonly (string Entry, DocumentFormat Format)[] Known =
    [
        ("EncryptedPackage", new("encrypted", "an Office document protected by a password", "Ask the authority for the password or an unprotected copy.")),
        ("WordDocument", new("doc", "a Word document of the old kind (.doc)")),
        ("Workbook", new("xls", "an Excel workbook of the old kind (.xls)")),
        ("Book", new("xls", "an Excel workbook of the old kind (.xls)")),
        ("PowerPoint Document", new("ppt", "a PowerPoint presentation of the old kind (.ppt)")),
        ("__properties_version1.0", new("msg", "a mail saved by Outlook (.msg)", "Open it by hand, or ask for the mail to be forwarded.")),
        ("VisioDocument", new("vsd", "a Visio drawing (.vsd)")),
        ("Quill", new("pub", "a Publisher document (.pub)")),
        ("MatOST", new("wps", "a Works document (.wps)")),
    ];

    public static DocumentFormat? Find(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return null;
        }

        var names = bytes.Length >= 512 ? RootNames(bytes) : [];
        foreach (var (entry, format) in Known)
        {
            if (names.Contains(entry))
            {
                return format;
            }
        }

        return new DocumentFormat("ole", "an Office file of the old kind, of which one cannot say more");
    }

    private static HashSet<string> RootNames(ReadOnlySpan<byte> bytes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var directory = Directory(bytes);
        var open = new Stack<uint>();
        var seen = new HashSet<uint>();
        open.Push(Child(directory, 0, 76));
        while (open.TryPop(out var index))
        {
            if (index >= directory.Length / EntryLength || !seen.Add(index))
            {
                continue;
            }

            var entry = directory.AsSpan((int)index * EntryLength, EntryLength);
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            names.Add(Encoding.Unicode.GetString(entry[..length]));
            open.Push(Child(directory, index, 68));
            open.Push(Child(directory, index, 72));
        }

        return names;
    }

    private static uint Child(byte[] directory, uint index, int field) =>
        index < directory.Length / EntryLength ? BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(((int)index * EntryLength) + field)) : None;

    /// <summary>The directory's sectors in the order of their chain; what cannot be followed is left out.</summary>
    private static byte[] Directory(ReadOnlySpan<byte> bytes)
    {
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) == 12 ? 12 : 9;
        var result = new MemoryStream();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes[48..]);
        for (var count = 0; count < MostSectors && Sector(bytes, sector, shift, out var content); count++)
        {
            result.Write(content);
            sector = Next(bytes, sector, shift);
        }

        return result.ToArray();
    }

    private static uint Next(ReadOnlySpan<byte> bytes, uint sector, int shift)
    {
        var perSector = 1u << (shift - 2);
        var table = sector / perSector;

        // The header lists the first 109 sectors of the allocation table: enough for 6 MB of small sectors, where directories begin.
        return table < 109 && Sector(bytes, BinaryPrimitives.ReadUInt32LittleEndian(bytes[(76 + (4 * (int)table))..]), shift, out var entries)
            ? BinaryPrimitives.ReadUInt32LittleEndian(entries[(4 * (int)(sector % perSector))..])
            : None;
    }

    private static bool Sector(ReadOnlySpan<byte> bytes, uint sector, int shift, out ReadOnlySpan<byte> content)
    {
        var from = ((long)sector + 1) << shift;
        var whole = sector < None - 5 && from + (1L << shift) <= bytes.Length;
        content = whole ? bytes.Slice((int)from, 1 << shift) : default;
        return whole;
    }
}
