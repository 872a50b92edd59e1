using System.Globalization;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rounds;

/// <summary>The questions of round.yaml: texts under the numbers 1, 2, 3 ..., or a plain list that is numbered by its order.</summary>
internal static class QuestionSettings
{
    public static IReadOnlyList<Question>? Read(YamlNode node, int line, FaultList faults)
    {
        var entries = node switch
        {
            YamlMap map => map.Entries,
            YamlList list => [.. list.Items.Select((item, i) => new YamlEntry((i + 1).ToString(CultureInfo.InvariantCulture), item.Line, item))],
            _ => [],
        };
        if (entries.Count == 0)
        {
            faults.Error(
                RoundSettings.File, line, "There are no questions; a request has to describe the information it wants (section 8).",
                "Write them under their numbers, for example: 1: \"What is ...?\"");
            return null;
        }

        var questions = entries.Select((entry, i) => Question(entry, i + 1, faults)).ToList();
        return questions.Contains(null) ? null : [.. questions.OfType<Question>()];
    }

    private static Question? Question(YamlEntry entry, int number, FaultList faults)
    {
        if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var written) || written != number)
        {
            faults.Error(
                RoundSettings.File, entry.Line, $"Question '{entry.Key}' stands where question {number} should.",
                "Number the questions 1, 2, 3 and so on, in order and without a gap.");
            return null;
        }

        if (entry.Value is not YamlText { Value: var text } || string.IsNullOrWhiteSpace(text))
        {
            faults.Error(
                RoundSettings.File, entry.Line, $"Question {number} has no text.",
                "Write the text behind the number, in quotes if it contains a colon.");
            return null;
        }

        return new Question(number, text.Trim());
    }
}
