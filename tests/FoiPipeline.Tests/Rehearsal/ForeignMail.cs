using System.Globalization;
using System.Text;

namespace FoiPipeline.Tests.Rehearsal;

/// <summary>A small strict reader of MIME for these tests, written against the RFCs and apart from both the writer and the pipeline's parser.</summary>
internal sealed class ForeignMail
{
    private ForeignMail(Dictionary<string, string> headers, byte[] content, List<ForeignMail> parts) => (Headers, Content, Parts) = (headers, content, parts);

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Decoded.</summary>
    public byte[] Content { get; }

    public IReadOnlyList<ForeignMail> Parts { get; }

    public string Type => Headers.GetValueOrDefault("content-type", "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    public string Text => (Headers.GetValueOrDefault("content-type", "").Contains("1252", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
        : Headers.GetValueOrDefault("content-type", "").Contains("8859", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8).GetString(Content);

    public IEnumerable<ForeignMail> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(p => p.Leaves);

    public static ForeignMail Read(byte[] raw)
    {
        foreach (var line in Encoding.Latin1.GetString(raw).Split("\r\n"))
        {
            line.Length.ShouldBeLessThanOrEqualTo(998);
            line.ShouldNotContain('\n');
        }

        return Part(raw);
    }

    private static ForeignMail Part(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf("\r\n\r\n"u8);
        end.ShouldBeGreaterThanOrEqualTo(0);
        var headers = HeadersOf(Encoding.Latin1.GetString(raw[..end]));
        var body = raw[(end + 4)..];
        var type = headers.GetValueOrDefault("content-type", "text/plain");
        if (!type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return new ForeignMail(headers, Decode(body, headers.GetValueOrDefault("content-transfer-encoding", "7bit")), []);
        }

        var start = type.IndexOf("boundary=\"", StringComparison.Ordinal) + 10;
        var boundary = type[start..type.IndexOf('"', start)];
        boundary.Length.ShouldBeLessThanOrEqualTo(70);
        var text = "\r\n" + Encoding.Latin1.GetString(body);
        text.ShouldContain($"\r\n--{boundary}--\r\n");
        var pieces = text[..text.IndexOf($"\r\n--{boundary}--", StringComparison.Ordinal)].Split($"\r\n--{boundary}\r\n");
        pieces.Length.ShouldBeGreaterThan(1);
        return new ForeignMail(headers, [], [.. pieces.Skip(1).Select(p => Part(Encoding.Latin1.GetBytes(p)))]);
    }

    private static Dictionary<string, string> HeadersOf(string text)
    {
        text.All(char.IsAscii).ShouldBeTrue();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Replace("\r\n\t", " ", StringComparison.Ordinal).Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            colon.ShouldBeGreaterThan(0, line);
            headers.TryAdd(line[..colon].ToLowerInvariant(), line[(colon + 1)..].Trim()).ShouldBeTrue($"{line} stands twice");
        }

        return headers;
    }

    private static byte[] Decode(ReadOnlySpan<byte> body, string encoding) => encoding switch
    {
        "base64" => Convert.FromBase64String(Encoding.ASCII.GetString(body)),
        "quoted-printable" => QuotedPrintable(Encoding.ASCII.GetString(body)),
        "7bit" => Encoding.ASCII.GetBytes(Encoding.Latin1.GetString(body)).AsSpan().SequenceEqual(body) ? body.ToArray() : throw new InvalidOperationException("7bit is not"),
        "8bit" => body.ToArray(),
        _ => throw new InvalidOperationException(encoding),
    };

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        foreach (var line in text.Split("\r\n"))
        {
            line.Length.ShouldBeLessThanOrEqualTo(76);
            line.ShouldNotEndWith(" ");
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '=' && i == line.Length - 1)
                {
                    break;
                }

                if (line[i] == '=')
                {
                    bytes.Add(byte.Parse(line.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 2;
                }
                else
                {
                    bytes.Add((byte)line[i]);
                }
            }

            if (!line.EndsWith('='))
            {
                bytes.AddRange("\r\n"u8);
            }
        }

        return [.. bytes];
    }
}
