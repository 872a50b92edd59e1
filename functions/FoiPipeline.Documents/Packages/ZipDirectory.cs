using System.Buffers.Binary;
using System.Text;

namespace FoiPipeline.Documents.Packages;

/// <summary>The list of a zip archive's entries, from the directory at its end or, where that is missing, from the entries' own headers.</summary>
internal static class ZipDirectory
{
    public const int LocalHeaderLength = 30;
    private const int EndLength = 22;
    private const int LongestComment = 0xFFFF;
    private const int CentralHeaderLength = 46;
    private const int LongestName = 512;
    private const uint InExtra = 0xFFFFFFFF;

    public static ReadOnlySpan<byte> LocalHeader => "PK\x03\x04"u8;

    /// <returns>False when there is no directory, or one that points outside the archive.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, int most, out List<ZipEntry> entries)
    {
        entries = [];
        if (DirectoryStart(bytes) is not { } at)
        {
            return false;
        }

        while (entries.Count < most && at + CentralHeaderLength <= bytes.Length && bytes[(int)at..].StartsWith("PK\x01\x02"u8))
        {
            var header = bytes[(int)at..];
            var nameLength = U16(header, 28);
            var extraLength = U16(header, 30);
            var length = CentralHeaderLength + nameLength + extraLength;
            if (length > header.Length)
            {
                return false;
            }

            var extra = header.Slice(CentralHeaderLength + nameLength, extraLength);
            var (packed, headerAt) = Zip64(U32(header, 20), U32(header, 24), U32(header, 42), extra);
            entries.Add(new ZipEntry(Name(header.Slice(CentralHeaderLength, nameLength)), U16(header, 10), headerAt, packed, (U16(header, 8) & 1) != 0));
            at += length + U16(header, 32);
        }

        return entries.Count > 0 && entries.TrueForAll(e => e.HeaderAt >= 0);
    }

    /// <summary>What arrived of an archive whose directory is missing. An entry reaches at most to the next one's header.</summary>
    public static List<ZipEntry> Salvage(ReadOnlySpan<byte> bytes, int most)
    {
        var entries = new List<ZipEntry>();
        var at = bytes.IndexOf(LocalHeader);
        while (at >= 0 && entries.Count < most)
        {
            var header = bytes[at..];
            var next = header[LocalHeader.Length..].IndexOf(LocalHeader);
            var reach = next < 0 ? header.Length : next + LocalHeader.Length;
            if (reach > LocalHeaderLength && LocalHeaderLength + U16(header, 26) + U16(header, 28) is var start && start <= reach)
            {
                var room = reach - start;
                var packed = U16(header, 8) == 0 ? Math.Min(U32(header, 18), room) : room;
                entries.Add(new ZipEntry(Name(header.Slice(LocalHeaderLength, U16(header, 26))), U16(header, 8), at, packed, (U16(header, 6) & 1) != 0));
            }

            at = next < 0 ? -1 : at + reach;
        }

        return entries;
    }

    private static long? DirectoryStart(ReadOnlySpan<byte> bytes)
    {
        var tailAt = Math.Max(0, bytes.Length - EndLength - LongestComment);
        var found = bytes[tailAt..].LastIndexOf("PK\x05\x06"u8);
        if (found < 0 || tailAt + found + EndLength > bytes.Length)
        {
            return null;
        }

        var endAt = tailAt + found;
        long start = U32(bytes[endAt..], 16);
        if (start == InExtra)
        {
            start = Zip64Start(bytes, endAt);
        }

        return start >= 0 && start < bytes.Length ? start : null;
    }

    private static long Zip64Start(ReadOnlySpan<byte> bytes, int endAt)
    {
        if (endAt < 20 || !bytes[(endAt - 20)..].StartsWith("PK\x06\x07"u8))
        {
            return -1;
        }

        var recordAt = I64(bytes[(endAt - 20)..], 8);
        return recordAt >= 0 && recordAt <= bytes.Length - 56 ? I64(bytes[(int)recordAt..], 48) : -1;
    }

    // The zip64 field holds, in this order, only those of unpacked size, packed size and place that did not fit into 32 bits.
    private static (long Packed, long HeaderAt) Zip64(uint packed, uint unpacked, uint headerAt, ReadOnlySpan<byte> extra)
    {
        if (packed != InExtra && headerAt != InExtra)
        {
            return (packed, headerAt);
        }

        while (extra.Length >= 4)
        {
            var length = Math.Min(U16(extra, 2), extra.Length - 4);
            var field = extra.Slice(4, length);
            if (U16(extra, 0) == 1)
            {
                _ = unpacked == InExtra ? Take(ref field) : 0;
                var longPacked = packed == InExtra ? Take(ref field) : packed;
                return (longPacked, headerAt == InExtra ? Take(ref field) : headerAt);
            }

            extra = extra[(4 + length)..];
        }

        return (packed, -1);
    }

    private static long Take(ref ReadOnlySpan<byte> field)
    {
        var value = field.Length >= 8 ? I64(field, 0) : -1;
        field = field.Length >= 8 ? field[8..] : default;
        return value;
    }

    // Office writes UTF-8 or ASCII; other code pages matter only for names that nobody looks up.
    private static string Name(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, LongestName)]).Replace('\\', '/').TrimStart('/');

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
