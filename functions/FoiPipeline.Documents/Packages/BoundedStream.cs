namespace FoiPipeline.Documents.Packages;

/// <summary>A stream that ends after so many bytes, and tells whether it would have gone on.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private readonly long _most = most;
    private long _given;

    /// <summary>Whether reading came to the bound.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Bytes given so far.</summary>
    public long Given => _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_given == _most)
        {
            IsCut |= buffer.Length > 0;
            return 0;
        }

        var count = inner.Read(buffer[..(int)Math.Min(buffer.Length, _most - _given)]);
        _given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
