using System.Globalization;
using System.Text;

namespace FoiPipeline.Emulation;

/// <summary>One HTTP/1.1 request or answer, byte for byte as it is on the line.</summary>
internal sealed record HttpMessage(string[] StartLine, byte[] Bytes)
{
    /// <summary>Reads one message, or nothing if the line ends before it begins.</summary>
    /// <param name="line">A buffered stream.</param>
    /// <param name="hasBody">False for the answer to HEAD, which only speaks of a body.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="EndOfStreamException">The line ends within the message.</exception>
    public static async Task<HttpMessage?> ReadAsync(Stream line, bool hasBody, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        if (await LineAsync(line, bytes, cancel) is not { Length: > 0 } start)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(line, bytes, cancel) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        if (hasBody)
        {
            await BodyAsync(line, bytes, headers, cancel);
        }

        return new HttpMessage(start.Split(' ', 3), bytes.ToArray());
    }

    private static async Task BodyAsync(Stream line, MemoryStream bytes, Dictionary<string, string> headers, CancellationToken cancel)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            await CopyAsync(line, bytes, long.Parse(length, CultureInfo.InvariantCulture), cancel);
        }
        else if (headers.TryGetValue("Transfer-Encoding", out var encoding) && encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            while (int.Parse((await LineAsync(line, bytes, cancel)).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
            {
                await CopyAsync(line, bytes, size + 2, cancel);
            }

            while (await LineAsync(line, bytes, cancel) is not "")
            {
            }
        }
    }

    private static async Task<string> LineAsync(Stream line, MemoryStream bytes, CancellationToken cancel)
    {
        var from = (int)bytes.Length;
        var one = new byte[1];
        while (await line.ReadAsync(one, cancel) == 1)
        {
            bytes.Write(one);
            if (one[0] == '\n')
            {
                break;
            }
        }

        return Encoding.Latin1.GetString(bytes.GetBuffer(), from, (int)bytes.Length - from).TrimEnd('\r', '\n');
    }

    private static async Task CopyAsync(Stream line, MemoryStream bytes, long count, CancellationToken cancel)
    {
        var block = new byte[81_920];
        while (count > 0)
        {
            var read = await line.ReadAsync(block.AsMemory(0, (int)Math.Min(block.Length, count)), cancel);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            bytes.Write(block, 0, read);
            count -= read;
        }
    }
}
