using System.Text;

namespace FoiPipeline.Core.Letters;

/// <summary>A place in a template that a value goes to.</summary>
/// <param name="Name">The name in lower case, without braces: <c>authority.name</c>.</param>
/// <param name="Line">From 1 on.</param>
/// <param name="Column">From 1 on, of the first brace.</param>
public sealed record MergeField(string Name, int Line, int Column);

/// <summary>
/// A letter with merge fields such as <c>{{authority.name}}</c>. Values go in once and are never read for fields again: a value that looks like a field
/// stays as it is.
/// </summary>
public sealed class LetterTemplate
{
    /// <summary>Text and, after it, the field that ends it; the last has none.</summary>
    private readonly List<(string Text, MergeField? Field)> _pieces = [];

    private LetterTemplate()
    {
    }

    public IEnumerable<MergeField> Fields => _pieces.Where(p => p.Field is not null).Select(p => p.Field!);

    /// <summary>Where braces are opened and not closed on the same line: the name is what follows them.</summary>
    public IReadOnlyList<MergeField> Unclosed { get; private set; } = [];

    public static LetterTemplate Parse(string text)
    {
        var template = new LetterTemplate();
        var unclosed = new List<MergeField>();
        var place = new Place(text.ReplaceLineEndings("\n"));
        var (start, next) = (0, 0);
        while (place.NextOpening(next) is >= 0 and var open)
        {
            var (content, end) = place.FieldAt(open);
            var field = new MergeField(content.Trim().ToLowerInvariant(), place.Line, place.Column);
            if (end < 0)
            {
                unclosed.Add(field);
                next = open + 2;
                continue;
            }

            template._pieces.Add((place.Text[start..open], field));
            (start, next) = (end, end);
        }

        template._pieces.Add((place.Text[start..], null));
        template.Unclosed = unclosed;
        return template;
    }

    /// <summary>
    /// The letter with all values in place, lines separated by '\n', without blanks at their ends. A value of several lines keeps the indentation
    /// of its field.
    /// </summary>
    /// <exception cref="FormatException">A field has no value: its name is not known.</exception>
    public string Render(Func<string, string?> valueOf)
    {
        var letter = new StringBuilder();
        foreach (var (text, field) in _pieces)
        {
            letter.Append(text);
            if (field is not null)
            {
                var value = valueOf(field.Name)
                    ?? throw new FormatException($"Line {field.Line}, column {field.Column} of the letter has the unknown merge field {{{{{field.Name}}}}}.");
                letter.Append(value.Replace("\n", "\n" + Indentation(text), StringComparison.Ordinal));
            }
        }

        return WithoutTrailingBlanks(letter.ToString());
    }

    private static string Indentation(string textBefore)
    {
        var line = textBefore[(textBefore.LastIndexOf('\n') + 1)..];
        return string.IsNullOrWhiteSpace(line) ? line : "";
    }

    private static string WithoutTrailingBlanks(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";

    /// <summary>Finds fields from left to right and keeps count of lines on the way, once over the text.</summary>
    private sealed class Place(string text)
    {
        private int _counted;
        private int _lineStart;

        public string Text => text;

        public int Line { get; private set; } = 1;

        public int Column { get; private set; } = 1;

        public int NextOpening(int from)
        {
            var open = from > text.Length ? -1 : text.IndexOf("{{", from, StringComparison.Ordinal);
            if (open >= 0)
            {
                CountLines(open);
                Column = open - _lineStart + 1;
            }

            return open;
        }

        /// <summary>What stands in the braces opened there and where the text goes on after them, or the rest of the line and -1.</summary>
        public (string Content, int End) FieldAt(int open)
        {
            var from = open + 2;
            var stop = text.AsSpan(from).IndexOfAny('\n', '}', '{');
            var to = stop < 0 ? text.Length : from + stop;
            var closed = to + 1 < text.Length && text[to] == '}' && text[to + 1] == '}';
            return (text[from..to], closed ? to + 2 : -1);
        }

        private void CountLines(int upTo)
        {
            for (; _counted < upTo; _counted++)
            {
                if (text[_counted] == '\n')
                {
                    (Line, _lineStart) = (Line + 1, _counted + 1);
                }
            }
        }
    }
}
