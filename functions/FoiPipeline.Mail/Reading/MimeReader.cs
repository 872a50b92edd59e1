namespace FoiPipeline.Mailing.Reading;

/// <summary>Reads a message's structure: which parts it has and where each stands. Bounded in depth and in number of parts.</summary>
internal sealed class MimeReader(ProblemList problems)
{
    private const int MostParts = 1_000;
    private const int Deepest = 30;

    private int _parts;

    public MimeEntity ReadMessage(ReadOnlyMemory<byte> message) =>
        Read(message, HeaderReader.ReadMessage(message, problems), "text/plain", depth: 0);

    private MimeEntity Read(ReadOnlyMemory<byte> section, HeaderFields header, string defaultType, int depth)
    {
        var contentType = ParameterizedValue.Parse(header.Text("Content-Type"));
        var type = IsMediaType(contentType.Value) ? contentType.Value : defaultType;
        var body = section[header.BodyStart..];
        var parts = type.StartsWith("multipart/", StringComparison.Ordinal) ? ReadParts(contentType, header, ref body, depth) : [];
        return new MimeEntity
        {
            Header = header,
            ContentType = contentType,
            Disposition = ParameterizedValue.Parse(header.Text("Content-Disposition")),
            // A multipart without parts is still something to read: what it holds is taken as plain text.
            Type = parts is null ? "text/plain" : type,
            Body = body,
            Parts = parts ?? [],
        };
    }

    /// <returns>Nothing where no parts can be told apart.</returns>
    private List<MimeEntity>? ReadParts(ParameterizedValue contentType, HeaderFields header, ref ReadOnlyMemory<byte> body, int depth)
    {
        if (depth >= Deepest)
        {
            problems.Add($"Parts are nested more than {Deepest} deep; the innermost were left out.");
            return [];
        }

        var cut = Cut(body, contentType["boundary"]);
        if (cut is null && header.Has("Content-Transfer-Encoding"))
        {
            // Gateways encode whole multiparts although RFC 2045 section 6.4 forbids it.
            body = TransferDecoder.Decode(body, header.Text("Content-Transfer-Encoding"), new ProblemList());
            cut = Cut(body, contentType["boundary"]);
        }

        if (cut is null)
        {
            problems.Add("The mail says it has several parts, but none were found; it was read as one text.");
            return body.Span.ContainsAnyExcept((byte)'\r', (byte)'\n', (byte)' ') ? null : [];
        }

        if (!cut.IsClosed)
        {
            problems.Add("The mail ends before its last part is closed; it may be cut short.");
        }

        return ReadAll(body, cut.Parts, contentType.Value == "multipart/digest" ? "message/rfc822" : "text/plain", depth + 1);
    }

    private List<MimeEntity> ReadAll(ReadOnlyMemory<byte> body, IReadOnlyList<Range> ranges, string defaultType, int depth)
    {
        var parts = new List<MimeEntity>();
        foreach (var range in ranges)
        {
            if (++_parts > MostParts)
            {
                problems.Add($"The mail has more than {MostParts} parts; the rest were left out.");
                break;
            }

            var section = body[range];
            parts.Add(Read(section, HeaderReader.ReadPart(section, new ProblemList()), defaultType, depth));
        }

        return parts;
    }

    private MultipartCut? Cut(ReadOnlyMemory<byte> body, string boundary)
    {
        var declared = boundary.Length == 0 ? null : MultipartCut.At(body.Span, boundary, MostParts + 1);
        if (declared is { Parts.Count: > 0 })
        {
            return declared;
        }

        if (MultipartCut.GuessBoundary(body.Span) is not { } guess)
        {
            return null;
        }

        problems.Add(boundary.Length == 0
            ? "The mail does not say what separates its parts; the separator was found in the text."
            : "The parts are not separated as the mail says; the real separator was found in the text.");
        return MultipartCut.At(body.Span, guess, MostParts + 1);
    }

    private static bool IsMediaType(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < value.Length - 1 && value.Length <= 200 && value.IndexOf('/', slash + 1) < 0;
    }
}
