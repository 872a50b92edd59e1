using System.Globalization;

namespace FoiPipeline.Local.Import;

/// <summary>
/// Splits an mbox file (RFC 4155, and the variants mboxo and mboxrd) into its messages. One message is in memory at a time.
/// </summary>
internal static class Mbox
{
    public static IEnumerable<MailFile> Read(string path)
    {
        var number = 0;
        foreach (var message in Messages(path))
        {
            number++;
            yield return new MailFile(string.Create(CultureInfo.InvariantCulture, $"{path}, message {number}"), () => new MemoryStream(message, writable: false), null);
        }
    }

    private static IEnumerable<byte[]> Messages(string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 16);
        var message = new MemoryStream();
        var line = new MemoryStream();
        var (started, afterBlank) = (false, true);
        while (ReadLine(file, line))
        {
            var text = line.GetBuffer().AsSpan(0, (int)line.Length);
            if (afterBlank && text.StartsWith("From "u8) && (!started || IsEnvelope(text) || HeaderFollows(file)))
            {
                if (started && message.Length > 0)
                {
                    yield return Taken(message);
                }

                (started, afterBlank) = (true, false);
                continue;
            }

            text = line.GetBuffer().AsSpan(0, (int)line.Length);
            message.Write(IsQuotedFrom(text) ? text[1..] : text);
            afterBlank = text.TrimEnd("\r\n"u8).Length == 0;
        }

        if (message.Length > 0)
        {
            yield return Taken(message);
        }
    }

    // Many writers leave 'From ' at the start of a sentence as it is. The line between two messages gives the time of day, or a header follows it.
    private static bool IsEnvelope(ReadOnlySpan<byte> line)
    {
        for (var i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] == (byte)':' && char.IsAsciiDigit((char)line[i - 1]) && char.IsAsciiDigit((char)line[i + 1]) && char.IsAsciiDigit((char)line[i + 2])
                && HasYear(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasYear(ReadOnlySpan<byte> line) => line.IndexOf(" 19"u8) >= 0 || line.IndexOf(" 20"u8) >= 0;

    private static bool HeaderFollows(Stream file)
    {
        const int LongestName = 60;
        var start = file.Position;
        var ahead = new byte[LongestName];
        var read = ahead.AsSpan(0, file.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false));
        file.Position = start;
        var colon = read.IndexOf((byte)':');
        return colon > 0 && read[..colon].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }

    // The blank line before the next 'From ' belongs to the mbox, not to the message.
    private static byte[] Taken(MemoryStream message)
    {
        var bytes = message.ToArray();
        message.SetLength(0);
        var end = bytes.AsSpan().EndsWith("\r\n\r\n"u8) ? 2 : bytes.AsSpan().EndsWith("\n\n"u8) ? 1 : 0;
        return bytes[..^end];
    }

    // Writers put '>' before lines that start with 'From ', so that they are not taken for the next message.
    private static bool IsQuotedFrom(ReadOnlySpan<byte> line) => line.Length > 5 && line[0] == (byte)'>' && line.TrimStart((byte)'>').StartsWith("From "u8);

    private static bool ReadLine(Stream file, MemoryStream line)
    {
        line.SetLength(0);
        for (int b; (b = file.ReadByte()) >= 0;)
        {
            line.WriteByte((byte)b);
            if (b == '\n')
            {
                return true;
            }
        }

        return line.Length > 0;
    }
}
