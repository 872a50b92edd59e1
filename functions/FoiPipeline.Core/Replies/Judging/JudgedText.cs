using System.Text;
using FoiPipeline.Core.Replies.Quoting;

namespace FoiPipeline.Core.Replies.Judging;

/// <summary>
/// Text in the form the rules are written for: one sentence a line, lower case, plain quotes and dashes. A rule can therefore not reach from one
/// sentence into the next, and evidence can still be shown as it was written.
/// </summary>
public sealed class JudgedText
{
    private const int LongestSentence = 700;

    private readonly string _shown;

    private JudgedText(string where, string shown)
    {
        Where = where;
        _shown = shown;
        Text = shown.ToLowerInvariant();
    }

    /// <summary><c>subject</c>, <c>body</c> or the attachment's name.</summary>
    public string Where { get; }

    /// <summary>What the rules see.</summary>
    public string Text { get; }

    /// <summary>The words as they were written, for evidence.</summary>
    public string Shown(int index, int length) => _shown.Substring(index, Math.Min(Math.Min(length, 160), _shown.Length - index)).Trim();

    /// <summary>The sentence around a place.</summary>
    public (int Start, int End) SentenceAt(int index)
    {
        var start = index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;
        var end = Text.IndexOf('\n', index);
        return (start, end < 0 ? Text.Length : end);
    }

    public static JudgedText Of(string where, string text)
    {
        var shown = new StringBuilder(text.Length);
        var lineStart = 0;
        var sentence = 0;
        var lines = BodyText.Lines(text);
        var width = LineWrap.Width(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var words = lines[i].AsSpan().Trim();
            if (words.IsEmpty || LineWrap.StartsAnew(words))
            {
                EndSentence(shown, ref sentence);
            }

            foreach (var part in words.Split(" | "))
            {
                lineStart = shown.Length;
                Append(shown, words[part], ref sentence);
                if (part.End.Value < words.Length)
                {
                    EndSentence(shown, ref sentence);
                }
            }

            var goesOn = words.Length >= 50 || (i + 1 < lines.Count && LineWrap.GoesOn(words, lines[i + 1], width));
            if (shown.Length > lineStart && (words[^1] is '.' or '?' or '!' || (!goesOn && words[^1] != ',')))
            {
                // A short line is a heading, an item or an answer of its own rather than a wrapped sentence.
                EndSentence(shown, ref sentence);
            }
        }

        return new JudgedText(where, shown.ToString());
    }

    private static void Append(StringBuilder shown, ReadOnlySpan<char> line, ref int sentence)
    {
        if (shown.Length > sentence && shown[^1] != ' ')
        {
            shown.Append(' ');
        }

        var from = 0;
        for (var i = 0; i + 1 < line.Length; i++)
        {
            var ends = line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && !LineWrap.IsAbbreviation(line[from..i]);
            if (ends || (shown.Length - sentence + i - from > LongestSentence && line[i] == ' '))
            {
                BodyText.AppendFolded(shown, line[from..(i + 1)]);
                EndSentence(shown, ref sentence);
                from = i + 2 <= line.Length && line[i + 1] == ' ' ? i + 2 : i + 1;
            }
        }

        BodyText.AppendFolded(shown, line[Math.Min(from, line.Length)..]);
    }

    private static void EndSentence(StringBuilder shown, ref int sentence)
    {
        if (shown.Length > sentence)
        {
            shown.Append('\n');
            sentence = shown.Length;
        }
    }
}
