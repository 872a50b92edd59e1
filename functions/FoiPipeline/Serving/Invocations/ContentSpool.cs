namespace FoiPipeline.Serving.Invocations;

/// <summary>
/// Holds a document that comes in pieces: in memory while it is small, else in a temporary file that only this user may read and that no kill leaves behind.
/// </summary>
internal sealed class ContentSpool : Stream
{
    /// <summary>Most mails are smaller and never touch the disk.</summary>
    public const int MostInMemory = 256 * 1024;

    private Stream _held = new MemoryStream();

    public bool IsInFile => _held is FileStream;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _held.Length;

    public override long Position
    {
        get => _held.Position;
        set => _held.Position = value;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!IsInFile && _held.Position + buffer.Length > MostInMemory)
        {
            MoveToFile();
        }

        _held.Write(buffer);
    }

    public override void Flush() => _held.Flush();

    public override int Read(byte[] buffer, int offset, int count) => _held.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _held.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _held.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _held.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => _held.Seek(offset, origin);

    public override void SetLength(long value) => _held.SetLength(value);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _held.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MoveToFile()
    {
        var memory = (MemoryStream)_held;
        var file = OpenPrivateFile();
        memory.WriteTo(file);
        memory.Dispose();
        _held = file;
    }

    private static FileStream OpenPrivateFile()
    {
        var path = Path.Combine(Path.GetTempPath(), $"foi-{Guid.NewGuid():n}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);

        // The name goes at once and the bytes with the last handle, however the process ends.
        File.Delete(path);
        return file;
    }
}
