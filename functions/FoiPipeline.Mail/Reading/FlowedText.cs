using System.Text;

namespace FoiPipeline.Mailing.Reading;

/// <summary>Paragraphs that were broken for transport are made whole again (RFC 3676).</summary>
internal static class FlowedText
{
    private const string SignatureMark = "-- ";

    public static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        var (openDepth, isOpen) = (0, false);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var depth = line.Length - line.TrimStart('>').Length;
            var content = line[depth..];
            if (content.StartsWith(' '))
            {
                // Space-stuffing protects lines that start with a blank, a quote mark or 'From '.
                content = content[1..];
            }

            var isSignature = content.SequenceEqual(SignatureMark);
            if (!isOpen || depth != openDepth || isSignature)
            {
                Start(joined, depth, isFirst: range.Start.Value == 0);
            }

            isOpen = !isSignature && content.EndsWith(' ');
            openDepth = depth;
            joined.Append(isOpen && deleteSpace ? content[..^1] : content);
        }

        return joined.ToString();
    }

    private static void Start(StringBuilder joined, int depth, bool isFirst)
    {
        if (!isFirst)
        {
            joined.Append('\n');
        }

        if (depth > 0)
        {
            joined.Append('>', depth).Append(' ');
        }
    }
}
