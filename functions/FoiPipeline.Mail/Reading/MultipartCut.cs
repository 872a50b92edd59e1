using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Where the parts of a multipart body stand (RFC 2046 section 5.1).</summary>
/// <param name="Parts">The parts, without the line end before each separator, which belongs to the separator.</param>
/// <param name="IsClosed">Whether the closing separator was there.</param>
internal sealed record MultipartCut(IReadOnlyList<Range> Parts, bool IsClosed)
{
    /// <param name="body">The multipart's body.</param>
    /// <param name="boundary">The separator without its leading hyphens.</param>
    /// <param name="most">No more parts than this are looked for.</param>
    public static MultipartCut At(ReadOnlySpan<byte> body, string boundary, int most)
    {
        var separator = Encoding.UTF8.GetBytes("--" + boundary.TrimEnd());
        var parts = new List<Range>();
        var (start, isClosed, position) = (-1, false, 0);
        while (position < body.Length && parts.Count < most)
        {
            var end = Lines.End(body, position);
            var next = Lines.Next(body, end);
            if (Separates(body[position..end], separator, out var closes))
            {
                if (start >= 0)
                {
                    parts.Add(start..Math.Max(start, BeforeLineEnd(body, position)));
                }

                // After the closing separator comes nothing, unless parts go on: nested multiparts were given the same separator.
                (start, isClosed) = closes ? (-1, true) : (next, false);
            }

            position = next;
        }

        if (start >= 0 && parts.Count < most)
        {
            parts.Add(Math.Min(start, body.Length)..body.Length);
        }

        return new MultipartCut(parts, isClosed);
    }

    /// <summary>The separator that is evidently used: a line starting with two hyphens, followed by a line starting with <c>Content-</c>.</summary>
    public static string? GuessBoundary(ReadOnlySpan<byte> body)
    {
        var position = 0;
        while (position < body.Length)
        {
            var end = Lines.End(body, position);
            var next = Lines.Next(body, end);
            var line = body[position..end];
            if (line.StartsWith("--"u8) && line.Length is > 2 and < 200 && Ascii.EqualsIgnoreCase(Head(body, next), "content-"u8))
            {
                return Encoding.UTF8.GetString(line[2..]).TrimEnd();
            }

            position = next;
        }

        return null;
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> body, int start) => body.Slice(start, Math.Min("content-".Length, body.Length - start));

    private static bool Separates(ReadOnlySpan<byte> line, ReadOnlySpan<byte> separator, out bool closes)
    {
        closes = false;
        if (!line.StartsWith(separator))
        {
            return false;
        }

        var rest = line[separator.Length..].TrimEnd(" \t"u8);
        closes = rest.SequenceEqual("--"u8);
        return closes || rest.IsEmpty;
    }

    private static int BeforeLineEnd(ReadOnlySpan<byte> body, int position)
    {
        if (position > 0 && body[position - 1] == '\n')
        {
            return position > 1 && body[position - 2] == '\r' ? position - 2 : position - 1;
        }

        return position > 0 && body[position - 1] == '\r' ? position - 1 : position;
    }
}
