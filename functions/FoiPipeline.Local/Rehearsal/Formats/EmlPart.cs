using System.Globalization;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Formats;

/// <summary>One MIME part with its encoded content, or a multipart with its children.</summary>
internal sealed class EmlPart
{
    private readonly List<string> _headers = [];
    private readonly byte[] _content;
    private readonly string _boundary = "";
    private readonly IReadOnlyList<EmlPart> _children = [];

    private EmlPart(byte[] content) => _content = content;

    private EmlPart(string boundary, IReadOnlyList<EmlPart> children)
    {
        _content = [];
        _boundary = boundary;
        _children = children;
    }

    /// <param name="text">Lines separated by '\n'.</param>
    /// <param name="type">Such as <c>text/plain</c>.</param>
    /// <param name="style">Charset and transfer encoding; 7bit that does not fit becomes quoted-printable.</param>
    public static EmlPart OfText(string text, string type, TextStyle style)
    {
        var charset = style.Charset;
        if ((charset == "us-ascii" && !Ascii.IsValid(text)) || (charset == "iso-8859-1" && text.Any(c => c > 0xFF)))
        {
            charset = "windows-1252";
        }

        var encoding = style.Encoding == "7bit" && charset != "us-ascii" ? "quoted-printable" : style.Encoding;
        var bytes = HeaderText.EncodingOf(charset).GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n");
        var part = new EmlPart(Encode(bytes, encoding));
        var flowed = style.Flowed ? "; format=flowed" : "";
        part._headers.Add(style.QuotesCharset ? $"Content-Type: {type}; charset=\"{charset}\"{flowed}" : $"Content-Type: {type}; charset={charset}{flowed}");
        part._headers.Add($"Content-Transfer-Encoding: {encoding}");
        return part;
    }

    public static EmlPart OfFile(EmlFile file, FileNameStyle style)
    {
        var part = new EmlPart(Encode(file.Content, "base64"));
        part._headers.Add($"Content-Type: {file.Type};\r\n\t{HeaderText.FileName("name", file.Name, style)}");
        part._headers.Add("Content-Transfer-Encoding: base64");
        part._headers.Add($"Content-Disposition: attachment;\r\n\t{HeaderText.FileName("filename", file.Name, style)}");
        return part;
    }

    /// <summary>A part whose text is ASCII and written as it is: delivery reports and the headers within them.</summary>
    public static EmlPart OfReport(string type, string text)
    {
        var part = new EmlPart(Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        part._headers.Add($"Content-Type: {type}");
        return part;
    }

    /// <param name="subtype">With its parameters: <c>report; report-type=delivery-status</c>.</param>
    /// <param name="boundary">Must not occur in the children.</param>
    /// <param name="children">At least one.</param>
    public static EmlPart OfMany(string subtype, string boundary, params IReadOnlyList<EmlPart> children)
    {
        var part = new EmlPart(boundary, children);
        part._headers.Add($"Content-Type: multipart/{subtype};\r\n\tboundary=\"{boundary}\"");
        return part;
    }

    public void WriteTo(Stream stream)
    {
        foreach (var header in _headers)
        {
            stream.Write(Encoding.ASCII.GetBytes(header + "\r\n"));
        }

        stream.Write("\r\n"u8);
        stream.Write(_content);
        foreach (var child in _children)
        {
            stream.Write(Encoding.ASCII.GetBytes($"\r\n--{_boundary}\r\n"));
            child.WriteTo(stream);
        }

        if (_children.Count > 0)
        {
            stream.Write(Encoding.ASCII.GetBytes($"\r\n--{_boundary}--\r\n"));
        }
    }

    private static byte[] Encode(byte[] bytes, string encoding) => encoding switch
    {
        "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks) + "\r\n"),
        "quoted-printable" => QuotedPrintable(bytes),
        _ => bytes,
    };

    private static byte[] QuotedPrintable(byte[] bytes)
    {
        var text = new StringBuilder(bytes.Length + (bytes.Length / 8));
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                text.Append("\r\n");
                column = 0;
                i++;
                continue;
            }

            var atLineEnd = i + 1 < bytes.Length && bytes[i + 1] == '\r';
            var plain = bytes[i] is >= 33 and <= 126 and not (byte)'=' || (bytes[i] == ' ' && !atLineEnd);
            var width = plain ? 1 : 3;
            if (column + width > 75)
            {
                text.Append("=\r\n");
                column = 0;
            }

            _ = plain ? text.Append((char)bytes[i]) : text.Append(CultureInfo.InvariantCulture, $"={bytes[i]:X2}");
            column += width;
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}

/// <param name="Name">As the sender names it; may hold any characters.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">The file.</param>
internal sealed record EmlFile(string Name, string Type, byte[] Content);

/// <param name="Charset">Lower case.</param>
/// <param name="Encoding">Transfer encoding.</param>
/// <param name="Flowed">Whether the text is declared to be flowed (RFC 3676).</param>
/// <param name="QuotesCharset">Whether the charset stands in quotes.</param>
internal sealed record TextStyle(string Charset, string Encoding, bool Flowed = false, bool QuotesCharset = true);
