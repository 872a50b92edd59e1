using System.Globalization;
using System.Text;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>The numbered questions as they stand in the body of a letter: <c>1. </c>, lines of at most 72 characters, an empty line between two.</summary>
public static class QuestionList
{
    private const int Width = 72;

    public static string Format(IReadOnlyList<Question> questions) => string.Join("\n\n", questions.Select(Format));

    private static string Format(Question question)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{question.Number}. ");
        var indent = new string(' ', label.Length);
        var lines = question.Text.ReplaceLineEndings("\n").Trim('\n').Split('\n').SelectMany(line => Wrap(PlainLine.Of(line), Width - label.Length));
        return label + string.Join("\n" + indent, lines);
    }

    /// <summary>A word longer than a line (an address of a page) is not broken.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
