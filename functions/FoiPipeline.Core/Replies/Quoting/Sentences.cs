using System.Runtime.InteropServices;
using System.Text;

namespace FoiPipeline.Core.Replies.Quoting;

/// <summary>The part of a sentence that stands on one line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SentencePart(int Line, int From, int To);

/// <param name="Parts">Where it stands, line by line.</param>
/// <param name="Text">Its words with plain quotes and single spaces, for matching.</param>
internal sealed record Sentence(IReadOnlyList<SentencePart> Parts, string Text)
{
    public SentencePart First => Parts[0];
}

/// <summary>Cuts lines into sentences, each with the places it stands at.</summary>
internal static class Sentences
{
    /// <param name="lines">All lines.</param>
    /// <param name="start">The first line of the paragraph.</param>
    /// <param name="end">The line after its last.</param>
    /// <param name="goesOn">Whether a sentence may go on from this line to the next.</param>
    public static List<Sentence> In(IReadOnlyList<string> lines, int start, int end, Func<int, bool> goesOn)
    {
        var sentences = new List<Sentence>();
        var parts = new List<SentencePart>();
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var from = 0;
            foreach (var to in Ends(lines[i]))
            {
                Add(i, from, to);
                Close();
                from = to;
            }

            Add(i, from, lines[i].Length);
            if (LineWrap.EndsSentence(lines[i]) || i + 1 == end || !goesOn(i))
            {
                Close();
            }
        }

        return sentences;

        void Add(int line, int from, int to)
        {
            if (!lines[line].AsSpan(from..to).IsWhiteSpace())
            {
                parts.Add(new SentencePart(line, from, to));
                text.Append(' ');
                BodyText.AppendFolded(text, lines[line].AsSpan(from..to));
            }
        }

        void Close()
        {
            if (parts.Count > 0)
            {
                sentences.Add(new Sentence([.. parts], text.ToString().Trim()));
            }

            parts.Clear();
            text.Clear();
        }
    }

    /// <summary>Where the next sentence starts within the line.</summary>
    private static IEnumerable<int> Ends(string line)
    {
        var wordStart = 0;
        for (var i = 0; i + 2 < line.Length; i++)
        {
            if (line[i + 1] == ' ' && line[i] is '.' or '!' or '?' && !char.IsLower(line[i + 2]) && !LineWrap.IsAbbreviation(line.AsSpan(wordStart, i - wordStart)))
            {
                yield return i + 2;
            }

            wordStart = line[i] == ' ' ? i + 1 : wordStart;
        }
    }
}
