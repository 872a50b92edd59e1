using FoiPipeline.Core.Replies.Answering;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>
/// The numbered questions of a letter that a reply quotes. They stand in for those of the round where none is known: a mail read on its own
/// still has its answers laid out.
/// </summary>
internal static class LetterQuestions
{
    private const int LongestQuestion = 8;

    /// <summary>Questions numbered from 1 upwards without a gap; nothing when there are fewer than two.</summary>
    public static IReadOnlyList<Question> In(IEnumerable<string> quotedLines)
    {
        var lines = quotedLines.Select(Bare).ToList();
        var found = new List<Question>();
        for (var i = 0; i < lines.Count; i++)
        {
            var marker = QuestionMarker.Read(lines[i]);
            if (marker.Exists && marker.First == found.Count + 1 && marker.Last == marker.First)
            {
                var text = Text(lines, i, marker.Rest);
                if (BodyText.Words(text) >= 4)
                {
                    found.Add(new Question(marker.First, text));
                }
            }
        }

        return found.Count >= 2 ? found : [];
    }

    private static string Text(List<string> lines, int start, int rest)
    {
        var text = lines[start][rest..];
        for (var i = start + 1; i < lines.Count && i < start + LongestQuestion && !text.TrimEnd().EndsWith('?'); i++)
        {
            if (lines[i].Length == 0 || QuestionMarker.Read(lines[i]).Exists)
            {
                break;
            }

            text = $"{text} {lines[i]}";
        }

        var ends = text.IndexOf('?', StringComparison.Ordinal);
        return ends < 0 ? text : text[..(ends + 1)];
    }

    private static string Bare(string line) => line.TrimStart(' ', '\t', '>').TrimEnd();
}
