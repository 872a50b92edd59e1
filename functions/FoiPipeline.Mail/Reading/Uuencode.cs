using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Files that old programs wrote into the text itself: <c>begin 644 name</c>, encoded lines, <c>end</c>.</summary>
internal static class Uuencode
{
    /// <summary>The files in a text, and the text without them.</summary>
    public static (string Text, IReadOnlyList<UuencodedFile> Files) TakeOut(string text)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal))
        {
            return (text, []);
        }

        var files = new List<UuencodedFile>();
        var kept = new StringBuilder(text.Length);
        var position = 0;
        while (position < text.Length)
        {
            var end = EndOfLine(text, position);
            if (NameIn(text.AsSpan(position, end - position)) is { } name && TryReadFile(text, end + 1, out var content, out var next))
            {
                files.Add(new UuencodedFile(name, content));
                position = next;
                continue;
            }

            kept.Append(text, position, Math.Min(end + 1, text.Length) - position);
            position = end + 1;
        }

        return files.Count == 0 ? (text, files) : (kept.ToString(), files);
    }

    public static UuencodedFile? FirstFile(string text) => TakeOut(Lines.Normalize(text)).Files is [var first, ..] ? first : null;

    private static int EndOfLine(string text, int start)
    {
        var end = start >= text.Length ? -1 : text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static string? NameIn(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("begin ", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = line[6..];
        var blank = rest.IndexOf(' ');
        return blank is 3 or 4 && !rest[..blank].ContainsAnyExceptInRange('0', '7') && rest.Length > blank + 1
            ? rest[(blank + 1)..].Trim().ToString()
            : null;
    }

    /// <summary>A file needs its first line to be sound; what ends without <c>end</c> is taken as far as it goes.</summary>
    private static bool TryReadFile(string text, int position, out byte[] content, out int next)
    {
        using var bytes = new MemoryStream();
        var lines = 0;
        while (position < text.Length)
        {
            var end = EndOfLine(text, position);
            var line = text.AsSpan(position, end - position);
            if (line.TrimEnd() is "end" or "`" or "")
            {
                position = end + 1;
                if (line.TrimEnd() is "end")
                {
                    break;
                }
            }
            else if (!TryDecodeLine(line, bytes))
            {
                break;
            }
            else
            {
                lines++;
                position = end + 1;
            }
        }

        content = bytes.ToArray();
        next = position;
        return lines > 0;
    }

    private static bool TryDecodeLine(ReadOnlySpan<char> line, MemoryStream bytes)
    {
        if (line[0] is < ' ' or > '`')
        {
            return false;
        }

        var length = (line[0] - ' ') & 63;
        var data = line[1..];
        // Blanks at a line's end may have been stripped, a check character may have been added; anything else is plain text.
        var needed = (length + 2) / 3 * 4;
        if (length == 0 || data.Length > needed + 3 || data.TrimEnd().Length > needed + 1 || data.ContainsAnyExceptInRange(' ', '`') || data.Length < needed / 2)
        {
            return false;
        }

        for (var i = 0; length > 0; i += 4)
        {
            var quad = (Value(data, i) << 18) | (Value(data, i + 1) << 12) | (Value(data, i + 2) << 6) | Value(data, i + 3);
            for (var shift = 16; shift >= 0 && length > 0; shift -= 8, length--)
            {
                bytes.WriteByte((byte)(quad >> shift));
            }
        }

        return true;
    }

    private static int Value(ReadOnlySpan<char> data, int index) => index < data.Length ? (data[index] - ' ') & 63 : 0;
}

internal sealed record UuencodedFile(string Name, byte[] Content);
