using System.Text;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>
/// Turns a pattern into a sentence. <c>{name}</c> is filled in from the slots, <c>{3-9}</c> is a number drawn, <c>{one|another|}</c> is one of the
/// choices, and all of them may stand within each other. What a slot gives is itself a pattern.
/// </summary>
internal static class Phrase
{
    private const int DeepestNesting = 12;

    /// <exception cref="ArgumentException">The pattern names a slot that is not given or does not close a brace: a fault of the wording, not of input.</exception>
    public static string Fill(string pattern, Draw draw, IReadOnlyDictionary<string, string> slots)
    {
        var text = new StringBuilder(pattern.Length * 2);
        Expand(pattern, draw, slots, text, 0);
        return text.ToString();
    }

    private static void Expand(string pattern, Draw draw, IReadOnlyDictionary<string, string> slots, StringBuilder text, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentException($"a slot of '{pattern}' contains itself", nameof(pattern));
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '{')
            {
                text.Append(pattern[i]);
                continue;
            }

            var close = ClosingBrace(pattern, i);
            Choose(pattern[(i + 1)..close], draw, slots, text, depth + 1);
            i = close;
        }
    }

    private static void Choose(string inner, Draw draw, IReadOnlyDictionary<string, string> slots, StringBuilder text, int depth)
    {
        var choices = Choices(inner);
        if (choices.Count > 1)
        {
            Expand(draw.Pick(choices), draw, slots, text, depth);
        }
        else if (slots.TryGetValue(inner, out var value))
        {
            Expand(value, draw, slots, text, depth);
        }
        else if (inner.Split('-') is [var low, var high] && int.TryParse(low, out var first) && int.TryParse(high, out var last))
        {
            text.Append(draw.Between(first, last));
        }
        else
        {
            throw new ArgumentException($"no slot named '{inner}'", nameof(inner));
        }
    }

    private static List<string> Choices(string inner)
    {
        var choices = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < inner.Length; i++)
        {
            depth += inner[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (inner[i] == '|' && depth == 0)
            {
                choices.Add(inner[start..i]);
                start = i + 1;
            }
        }

        choices.Add(inner[start..]);
        return choices;
    }

    private static int ClosingBrace(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            depth += pattern[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new ArgumentException($"a brace of '{pattern}' is not closed", nameof(pattern));
    }
}
