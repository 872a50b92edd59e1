using System.Globalization;
using Azure.Core;

namespace FoiPipeline.Azure.Tables;

/// <summary>Reads the answer to a transaction: a batch of one change set, in it one HTTP answer an action, or a single one that says which action failed.</summary>
internal static class TransactionAnswer
{
    private const string Multipart = "multipart/mixed";

    /// <exception cref="FormatException">The answer is not what it should be, or breaks off.</exception>
    public static IReadOnlyList<TransactionPart> Read(string? contentType, string body)
    {
        var lines = body.Split('\n').Select(l => l.TrimEnd('\r'));
        return Parts(contentType, [.. lines]).ToList();
    }

    /// <summary>The action that failed: the service puts its number before the message.</summary>
    public static int? FailedAction(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }

    private static IEnumerable<TransactionPart> Parts(string? contentType, string[] lines)
    {
        var boundary = "--" + Boundary(contentType);
        var start = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            var closes = line == boundary + "--";
            if (!closes && line != boundary)
            {
                continue;
            }

            foreach (var part in start < 0 ? [] : Section(lines[start..i]))
            {
                yield return part;
            }

            if (closes)
            {
                yield break;
            }

            start = i + 1;
        }

        throw new FormatException("The answer to a transaction breaks off.");
    }

    private static IEnumerable<TransactionPart> Section(string[] lines)
    {
        var (headers, rest) = Headers(lines);
        var type = headers.FirstOrDefault(h => IsContentType(h.Name)).Value;
        return type?.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase) == true ? Parts(type, rest) : [Part(rest)];
    }

    private static TransactionPart Part(string[] lines)
    {
        var status = lines.Length == 0 ? [] : lines[0].Split(' ', 3);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/", StringComparison.Ordinal)
            || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            throw new FormatException("A part of the answer to a transaction has no status.");
        }

        var (headers, body) = Headers(lines[1..]);
        return new TransactionPart(code, status.Length > 2 ? status[2] : "", headers, string.Join("\r\n", body).TrimEnd());
    }

    private static (List<HttpHeader> Headers, string[] Body) Headers(string[] lines)
    {
        var headers = new List<HttpHeader>();
        var i = 0;
        for (; i < lines.Length && lines[i].Length > 0; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new HttpHeader(lines[i][..colon], lines[i][(colon + 1)..].Trim()));
            }
        }

        return (headers, i < lines.Length ? lines[(i + 1)..] : []);
    }

    private static bool IsContentType(string? name) => string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase);

    private static string Boundary(string? contentType)
    {
        const string Name = "boundary=";
        var at = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && contentType!.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase)
            ? contentType[(at + Name.Length)..].Split(';')[0].Trim().Trim('"')
            : throw new FormatException($"The answer to a transaction is of type '{contentType}'.");
    }
}
