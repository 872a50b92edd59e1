using System.Runtime.InteropServices;
using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Splits the start of a message or part into header fields, forgiving what mail systems and editors do to them.</summary>
internal static class HeaderReader
{
    private const int MostFields = 5_000;
    private const int LongestValue = 256 * 1024;
    private const int LinesLookedAhead = 6;

    private static readonly string TooMany = $"There are more than {MostFields} header fields; the rest were left out.";

    private static readonly string[] WellKnown =
    [
        "from", "to", "cc", "subject", "date", "message-id", "mime-version", "received", "return-path", "reply-to", "in-reply-to", "references",
        "sender", "delivered-to", "thread-topic", "thread-index", "importance", "dkim-signature", "list-id", "auto-submitted", "precedence",
    ];

    /// <summary>Reads the header of a whole message: a mark of byte order, empty lines or an mbox 'From ' line may stand before it.</summary>
    public static HeaderFields ReadMessage(ReadOnlyMemory<byte> message, ProblemList problems) =>
        Read(message, StartOfMessage(message.Span), problems);

    /// <summary>Reads the header of a part, or a block of fields within a delivery report.</summary>
    public static HeaderFields ReadPart(ReadOnlyMemory<byte> part, ProblemList problems) => Read(part, 0, problems);

    /// <summary>Whether a line is a header field: a name of printable ASCII and a colon.</summary>
    public static bool IsField(ReadOnlySpan<byte> line, out int nameLength, out int valueStart)
    {
        nameLength = 0;
        while (nameLength < line.Length && line[nameLength] is > 32 and < 127 and not (byte)':')
        {
            nameLength++;
        }

        valueStart = nameLength;
        while (valueStart < line.Length && Lines.IsBlank(line[valueStart]))
        {
            valueStart++;
        }

        var isField = nameLength > 0 && valueStart < line.Length && line[valueStart] == ':';
        valueStart++;
        return isField;
    }

    private static int StartOfMessage(ReadOnlySpan<byte> message)
    {
        var start = message.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var firstLine = start;
        while (firstLine < message.Length && message[firstLine] is (byte)'\r' or (byte)'\n')
        {
            firstLine++;
        }

        if (message[firstLine..].StartsWith("From "u8) || message[firstLine..].StartsWith(">From "u8))
        {
            return Lines.Next(message, Lines.End(message, firstLine));
        }

        // Empty lines are passed over only if a header follows; otherwise they end an empty header, as in any other mail.
        return IsField(message[firstLine..Lines.End(message, firstLine)], out _, out _) ? firstLine : start;
    }

    private static HeaderFields Read(ReadOnlyMemory<byte> section, int start, ProblemList problems)
    {
        var bytes = section.Span;
        var spans = new List<FieldSpan>();
        var position = start;
        while (position < bytes.Length)
        {
            var end = Lines.End(bytes, position);
            var next = Lines.Next(bytes, end);
            var line = bytes[position..end];
            if (line.IsEmpty)
            {
                return Finish(section, spans, next, problems);
            }

            if (Lines.IsBlank(line[0]) && spans.Count > 0)
            {
                spans[^1] = spans[^1] with { ValueEnd = end };
            }
            else if (IsField(line, out var nameLength, out var valueStart))
            {
                spans.Add(new FieldSpan(position, nameLength, position + valueStart, end));
                if (spans.Count > MostFields)
                {
                    problems.Add(TooMany);
                    spans.RemoveAt(MostFields);
                }
            }
            else if (!MoreFieldsFollow(bytes, next))
            {
                problems.Add(spans.Count == 0 ? "There are no header lines." : "No empty line separates the header from the text.");
                return Finish(section, spans, position, problems);
            }
            else
            {
                problems.Add("A header line is broken; it was read as part of the line before it.");
                if (spans.Count > 0)
                {
                    spans[^1] = spans[^1] with { ValueEnd = end };
                }
            }

            position = next;
        }

        return Finish(section, spans, bytes.Length, problems);
    }

    private static bool MoreFieldsFollow(ReadOnlySpan<byte> bytes, int position)
    {
        for (var i = 0; i < LinesLookedAhead && position < bytes.Length; i++)
        {
            var end = Lines.End(bytes, position);
            var line = bytes[position..end];
            if (line.IsEmpty)
            {
                return false;
            }

            if (IsField(line, out var nameLength, out _) && IsWellKnown(line[..nameLength]))
            {
                return true;
            }

            position = Lines.Next(bytes, end);
        }

        return false;
    }

    private static bool IsWellKnown(ReadOnlySpan<byte> name)
    {
        if (name.Length > 40)
        {
            return false;
        }

        var text = Encoding.ASCII.GetString(name).ToLowerInvariant();
        return text.StartsWith("x-", StringComparison.Ordinal)
            || text.StartsWith("content-", StringComparison.Ordinal)
            || WellKnown.Contains(text, StringComparer.Ordinal);
    }

    private static HeaderFields Finish(ReadOnlyMemory<byte> section, List<FieldSpan> spans, int bodyStart, ProblemList problems)
    {
        var fields = new List<HeaderField>(spans.Count);
        foreach (var span in spans)
        {
            var length = Math.Min(span.ValueEnd - span.ValueStart, LongestValue);
            if (length < span.ValueEnd - span.ValueStart)
            {
                problems.Add("A header field is longer than 256 kB; the rest of it was left out.");
            }

            var name = Encoding.ASCII.GetString(section.Span.Slice(span.Start, Math.Min(span.NameLength, 200)));
            fields.Add(new HeaderField(name, section.Slice(span.ValueStart, length)));
        }

        return new HeaderFields(fields, bodyStart);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FieldSpan(int Start, int NameLength, int ValueStart, int ValueEnd);
}
