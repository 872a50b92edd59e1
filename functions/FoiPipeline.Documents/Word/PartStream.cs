namespace FoiPipeline.Documents.Word;

/// <summary>
/// The bytes of an XML part up to a limit. It also ends within a tag that has absurdly many attributes: the framework's reader takes time that grows
/// with the square of their number to see that none comes twice.
/// </summary>
internal sealed class PartStream(Stream inner, long most) : Stream
{
    private const int MostAttributes = 10_000;

    private readonly long _most = most;
    private long _given;
    private int _attributes;

    /// <summary>Whether reading came to a limit.</summary>
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
        if (_given == _most || IsCut)
        {
            IsCut |= buffer.Length > 0;
            return 0;
        }

        var count = inner.Read(buffer[..(int)Math.Min(buffer.Length, _most - _given)]);
        CountAttributes(buffer[..count]);
        _given += count;
        return count;
    }

    // In well-formed XML '<' stands only where markup begins. A text with as many '=' is cut too, which no genuine text will notice.
    private void CountAttributes(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAny((byte)'<', (byte)'='); at >= 0; at = bytes.IndexOfAny((byte)'<', (byte)'='))
        {
            _attributes = bytes[at] == '<' ? 0 : _attributes + 1;
            IsCut |= _attributes > MostAttributes;
            bytes = bytes[(at + 1)..];
        }
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
