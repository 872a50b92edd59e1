using System.Globalization;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>Reads our letters as far as an authority's mail program needs to: a few headers and a body of one plain part. Anything else is left empty.</summary>
internal sealed class IncomingLetterReader
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] _body;

    public IncomingLetterReader(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf("\r\n\r\n"u8);
        ReadHeaders(Encoding.UTF8.GetString(end < 0 ? raw : raw[..end]));
        _body = end < 0 ? [] : raw[(end + 4)..].ToArray();
    }

    public string Subject => DecodeWords(Header("Subject"));

    public (string Name, string Address) From => Mailbox(Header("From"));

    public string ReplyTo => Mailbox(Header("Reply-To")).Address;

    /// <summary>Nothing for a multipart: an authority then quotes no more than the questions.</summary>
    public string Body
    {
        get
        {
            if (Header("Content-Type").StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                return "";
            }

            var bytes = Header("Content-Transfer-Encoding").Trim().ToLowerInvariant() switch
            {
                "base64" => FromBase64(Encoding.ASCII.GetString(_body)),
                "quoted-printable" => FromQuotedPrintable(Encoding.ASCII.GetString(_body)),
                _ => _body,
            };
            return Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Trim();
        }
    }

    private string Header(string name) => _headers.GetValueOrDefault(name, "");

    private void ReadHeaders(string text)
    {
        foreach (var line in text.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                _headers.TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }
    }

    private static (string Name, string Address) Mailbox(string value)
    {
        var open = value.LastIndexOf('<');
        return open < 0 ? ("", value.Trim()) : (DecodeWords(value[..open].Trim().Trim('"')), value[(open + 1)..].TrimEnd().TrimEnd('>'));
    }

    private static string DecodeWords(string value)
    {
        var decoded = new StringBuilder();
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split('?');
            var isEncoded = parts is ["=", _, _, _, "="];
            if (decoded.Length > 0 && !isEncoded)
            {
                decoded.Append(' ');
            }

            decoded.Append(isEncoded
                ? Encoding.UTF8.GetString(parts[2] is "B" or "b" ? FromBase64(parts[3]) : FromQuotedPrintable(parts[3].Replace('_', ' ')))
                : word);
        }

        return decoded.ToString();
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : [];
    }

    private static byte[] FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
            }
            else if (text.AsSpan(i).StartsWith("=\r\n", StringComparison.Ordinal))
            {
                i += 2;
            }
            else if (i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
        }

        return [.. bytes];
    }
}
