using System.Diagnostics.CodeAnalysis;

namespace System.IO.Hashing;

/// <summary>
/// What the storage client libraries derive their CRC-64 from: bytes are appended, and the hash of all of them is written out. Same shape as the
/// class of the package <c>System.IO.Hashing</c>, as far as those libraries use it.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the package's.")]
public abstract class NonCryptographicHashAlgorithm
{
    /// <param name="hashLengthInBytes">Length of a hash, at least 1.</param>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>Length of a hash in bytes.</summary>
    public int HashLengthInBytes { get; }

    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Begins anew.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash of what was appended so far; more may be appended afterwards.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the hash and begins anew.</summary>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[4096];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[4096];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    public int GetCurrentHash(Span<byte> destination) => TryGetCurrentHash(destination, out var written) ? written : throw TooShort(destination);

    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < HashLengthInBytes ? 0 : HashLengthInBytes;
        if (bytesWritten > 0)
        {
            GetCurrentHashCore(destination[..bytesWritten]);
        }

        return bytesWritten > 0;
    }

    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    public int GetHashAndReset(Span<byte> destination) => TryGetHashAndReset(destination, out var written) ? written : throw TooShort(destination);

    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < HashLengthInBytes ? 0 : HashLengthInBytes;
        if (bytesWritten > 0)
        {
            GetHashAndResetCore(destination[..bytesWritten]);
        }

        return bytesWritten > 0;
    }

    private ArgumentException TooShort(Span<byte> destination) =>
        new($"A hash takes {HashLengthInBytes} bytes, and there are {destination.Length}.", nameof(destination));
}
