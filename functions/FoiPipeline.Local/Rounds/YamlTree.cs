using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FoiPipeline.Local.Rounds;

/// <summary>A value of a YAML file with the line it stands on.</summary>
internal abstract record YamlNode(int Line);

internal sealed record YamlText(int Line, string Value) : YamlNode(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <param name="Line">The line of the key.</param>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);

/// <summary>Builds the tree from the parser's events, so that every value keeps its line and a deep file ends in a fault, not in a full stack.</summary>
internal sealed class YamlTree
{
    private const int DeepestLevel = 16;

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];

    private YamlTree(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The mapping at the top, or one fault that says where the file stops being YAML.</summary>
    public static YamlMap? Parse(SourceText source, FaultList faults)
    {
        var tree = new YamlTree(source.Text);
        try
        {
            if (tree.Document() is YamlMap map)
            {
                return map;
            }

            faults.Error(source.File, 1, "The file holds no settings.", "Write one setting a line, for example 'name: Social value 2016'.");
        }
        catch (YamlException e)
        {
            NotYaml(source, LineOf(e.Start), $": {e.Message.Trim().TrimEnd('.')}", faults);
        }
        catch (InvalidOperationException)
        {
            // The parser's own slip where a comment cuts a list in brackets short: it names no place, but it got as far as the last event.
            NotYaml(source, LineOf(tree._parser.Current?.End ?? Mark.Empty), "", faults);
        }

        return null;
    }

    private static void NotYaml(SourceText source, int parserLine, string why, FaultList faults)
    {
        var lines = source.Text.ReplaceLineEndings("\n").Split('\n');
        var tab = Array.FindIndex(lines, IsIndentedByTab) + 1;
        var line = tab > 0 ? tab : parserLine;
        faults.Error(source.File, line, $"The file is not YAML{why}.", Hint(lines.ElementAtOrDefault(line - 1) ?? ""));
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        return root;
    }

    private YamlNode Node(int level)
    {
        if (level > DeepestLevel)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, "it is nested too deeply");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.GetValueOrDefault(alias.Value) ?? throw new YamlException(alias.Start, alias.End, $"nothing is named '{alias.Value}' before this line");
        }

        var start = _parser.Accept<NodeEvent>(out var value) ? value : throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a value is missing");
        var node = Content(level, LineOf(start.Start));
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private YamlNode Content(int level, int line)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(line, scalar.IsPlainImplicit && scalar.Value is "~" or "null" ? "" : scalar.Value);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(level + 1));
            }

            return new YamlList(line, items);
        }

        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            entries.Add(new YamlEntry(key.Value, LineOf(key.Start), Node(level + 1)));
        }

        return new YamlMap(line, entries);
    }

    private static int LineOf(Mark mark) => (int)Math.Max(1, mark.Line);

    // The parser finds a tab only when it has gone wrong further up, and names the line where that began.
    private static bool IsIndentedByTab(string line) => line.AsSpan(0, line.Length - line.AsSpan().TrimStart(" \t").Length).Contains('\t');

    private static string Hint(string line) =>
        IsIndentedByTab(line) ? "Use blanks, not tabs, at the start of a line."
        : line.Split(": ").Length > 2 ? "Put a text that contains a colon in quotes."
        : "Look at this line and the one before: indentation, quotes, and a blank after the colon.";
}
