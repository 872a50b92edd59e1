using System.Text;

namespace FoiPipeline.Documents.Word;

/// <summary>Counts the numbered paragraphs of a document in their order, as Word does when it shows them.</summary>
internal sealed class NumberingCounter(NumberingDefinitions definitions, ParagraphStyles styles)
{
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>The number, with what parts it from the text, of the next paragraph: <c>"2.1 "</c>, <c>"- "</c>, or nothing.</summary>
    public string Next(string? styleId, NumberingReference direct)
    {
        var style = styles.Numbering(styleId);
        var numId = direct.NumId ?? style?.NumId;
        if (numId is null or "0" || definitions.Find(numId) is not var (listId, list, number))
        {
            return "";
        }

        var index = Math.Clamp(direct.Level ?? LevelOfStyle(list, style, styleId) ?? 0, 0, NumberingDefinitions.Levels - 1);
        var level = Level(list, number, index);
        if (level is null)
        {
            return "";
        }

        var counters = Counters(listId, numId, number);
        Count(counters, list, number, index);
        return level.IsBullet ? "- " : Show(level, list, number, counters);
    }

    private static ListLevel? Level(AbstractList list, ListNumber number, int index) => number.Levels[index] ?? list.Levels[index];

    private static int? LevelOfStyle(AbstractList list, (string NumId, int? Level, string Style)? style, string? styleId)
    {
        var linked = Array.FindIndex(list.Levels, l => l?.Style is { } name && (name == styleId || name == style?.Style));
        return linked >= 0 ? linked : style?.Level;
    }

    private int?[] Counters(string listId, string numId, ListNumber number)
    {
        if (!_counters.TryGetValue(listId, out var counters))
        {
            _counters[listId] = counters = new int?[NumberingDefinitions.Levels];
        }

        // A number with a start of its own begins again where it is first used, then goes on like any other.
        if (_begun.Add(numId))
        {
            for (var i = 0; i < counters.Length; i++)
            {
                counters[i] = number.Starts[i] is null ? counters[i] : null;
            }
        }

        return counters;
    }

    private static void Count(int?[] counters, AbstractList list, ListNumber number, int index)
    {
        for (var above = 0; above < index; above++)
        {
            counters[above] ??= First(list, number, above);
        }

        counters[index] = counters[index] + 1 ?? First(list, number, index);
        for (var below = index + 1; below < counters.Length; below++)
        {
            var restartsAfter = Level(list, number, below)?.RestartsAfter ?? below;
            counters[below] = index < restartsAfter ? null : counters[below];
        }
    }

    private static int First(AbstractList list, ListNumber number, int index) =>
        number.Starts[index] ?? Level(list, number, index)?.Start ?? 0;

    private static string Show(ListLevel level, AbstractList list, ListNumber number, int?[] counters)
    {
        var text = new StringBuilder();
        for (var i = 0; i < level.Look.Length; i++)
        {
            if (level.Look[i] == '%' && i + 1 < level.Look.Length && level.Look[i + 1] is >= '1' and <= '9')
            {
                var index = level.Look[++i] - '1';
                var format = level.IsLegal ? "decimal" : Level(list, number, index)?.Format ?? "decimal";
                text.Append(counters[index] is { } count ? NumberFormat.Write(count, format) : "");
            }
            else
            {
                text.Append(level.Look[i]);
            }
        }

        return text.Length == 0 || level.TouchesText ? text.ToString() : text.Append(' ').ToString();
    }
}
