namespace FoiPipeline.Documents.Native;

/// <summary>Reads what a child prints, up to a limit.</summary>
internal static class BoundedPipe
{
    private const int BufferBytes = 64 * 1024;

    public static (ReadOnlyMemory<byte> Bytes, bool IsCut) Nothing => (ReadOnlyMemory<byte>.Empty, false);

    /// <param name="pipe">The child's end.</param>
    /// <param name="most">Bytes kept.</param>
    /// <param name="whenFull">Called once when more comes, and reading stops; nothing: the rest is read and thrown away, so that the child goes on.</param>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool IsCut)> ReadAsync(Stream pipe, long most, Action? whenFull)
    {
        var kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await pipe.ReadAsync(buffer) is var count and > 0)
        {
            var room = (int)Math.Min(count, most - kept.Length);
            kept.Write(buffer, 0, room);
            if (room < count && whenFull is not null)
            {
                whenFull();
                return (kept.GetBuffer().AsMemory(0, (int)kept.Length), true);
            }
        }

        return (kept.GetBuffer().AsMemory(0, (int)kept.Length), false);
    }
}
