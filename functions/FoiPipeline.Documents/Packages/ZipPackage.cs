using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FoiPipeline.Documents.Packages;

/// <summary>
/// A zip archive read under limits (APPNOTE.TXT 6.3). The framework's own reader lists every entry before one can be counted, and refuses an archive
/// that was cut short; this one stops at a limit, and reads what arrived of a cut archive from the headers that stand before each entry.
/// </summary>
internal sealed class ZipPackage
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Dictionary<string, ZipEntry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ZipEntry> _entries;

    private ZipPackage(ReadOnlyMemory<byte> bytes, List<ZipEntry> entries, bool isWhole, bool hasMore)
    {
        _bytes = bytes;
        _entries = entries;
        IsWhole = isWhole;
        HasMore = hasMore;
        foreach (var entry in entries)
        {
            _byName.TryAdd(entry.Name, entry);
        }
    }

    public IReadOnlyList<ZipEntry> Entries => _entries;

    /// <summary>False when the directory at the archive's end is missing or does not fit: it was cut short or damaged.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether there are more entries than were looked at.</summary>
    public bool HasMore { get; }

    public static ZipPackage Read(ReadOnlyMemory<byte> bytes, int mostEntries)
    {
        var whole = ZipDirectory.TryRead(bytes.Span, mostEntries, out var entries);
        if (!whole)
        {
            entries = ZipDirectory.Salvage(bytes.Span, mostEntries);
        }

        return new ZipPackage(bytes, entries, whole, entries.Count == mostEntries);
    }

    /// <summary>Ignoring case, as part names of Office packages are compared.</summary>
    public bool Holds(string name) => _byName.ContainsKey(name);

    /// <summary>The unpacked content as it is read, or nothing when there is no such entry, or it is encrypted or packed in an unusual way.</summary>
    public Stream? Open(string name)
    {
        if (!_byName.TryGetValue(name, out var entry) || entry.IsEncrypted || DataStart(entry) is not { } start)
        {
            return null;
        }

        var length = Math.Clamp(entry.PackedLength, 0, _bytes.Length - start);
        var packed = AsStream(_bytes.Slice(start, (int)length));
        return entry.Method switch
        {
            0 => packed,
            8 => new DeflateStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }

    private int? DataStart(ZipEntry entry)
    {
        var span = _bytes.Span;
        if (entry.HeaderAt < 0 || entry.HeaderAt + ZipDirectory.LocalHeaderLength > span.Length)
        {
            return null;
        }

        var header = span[(int)entry.HeaderAt..];
        var start = entry.HeaderAt + ZipDirectory.LocalHeaderLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return header.StartsWith(ZipDirectory.LocalHeader) && start <= span.Length ? (int)start : null;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}

/// <param name="Name">With '/' between folders.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="HeaderAt">Where the local header stands.</param>
/// <param name="PackedLength">Bytes of packed content.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
internal sealed record ZipEntry(string Name, int Method, long HeaderAt, long PackedLength, bool IsEncrypted);
