using System.Globalization;

namespace FoiPipeline.Local.Rounds;

/// <summary>
/// One level of settings, read by name. Each reading method answers nothing where the setting is missing or wrong and says so in a fault that names the
/// setting and gives an example; it never guesses.
/// </summary>
internal sealed class Settings
{
    private readonly string _file;
    private readonly string _path;
    private readonly int _line;
    private readonly YamlMap _map;
    private readonly FaultList _faults;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <param name="file">The file, for faults.</param>
    /// <param name="path">What stands before each name: <c>sending.</c>, or nothing at the top.</param>
    /// <param name="line">Where the section is named; 1 at the top.</param>
    /// <param name="map">The settings.</param>
    /// <param name="faults">Where faults go.</param>
    public Settings(string file, string path, int line, YamlMap map, FaultList faults)
    {
        (_file, _path, _line, _map, _faults) = (file, path, line, map, faults);
        foreach (var again in map.Entries.GroupBy(e => e.Key, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Error(file, again.Line, $"The setting '{path}{again.Key}' stands here a second time.", "Keep one of them.");
        }
    }

    /// <summary>The line of a setting, or of its section when it is not there.</summary>
    public int LineOf(string name) => Find(name)?.Line ?? _line;

    public string? Text(string name, string example) => Required(name, example) is { } node ? AsText(node, name, example) : null;

    public string? OptionalText(string name, string example) => Optional(name) is { } node ? AsText(node, name, example) : null;

    public int? Number(string name, int least, int otherwise) => Parsed(
        name, $"{otherwise}", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least ? n : null,
        $"a whole number of at least {least}", otherwise);

    public bool? YesNo(string name, bool otherwise) => Parsed(
        name, otherwise ? "yes" : "no",
        text => text.ToLowerInvariant() switch { "yes" or "true" or "on" => true, "no" or "false" or "off" => false, _ => (bool?)null },
        "yes or no", otherwise);

    /// <summary>A time of day; 24:00 is the end of the day.</summary>
    public TimeOnly? Time(string name, TimeOnly otherwise) => Parsed(
        name, otherwise.ToString("HH:mm", CultureInfo.InvariantCulture),
        text => text == "24:00" ? TimeOnly.MaxValue
            : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        "a time of day", otherwise);

    public DateOnly? Day(string name, string example) => Required(name, example) is null ? null : Parsed(name, example, ParseDay, "a day", default(DateOnly));

    /// <summary>Answers whether what stands there can be read; nothing there is no fault.</summary>
    public bool OptionalDay(string name, string example, out DateOnly? day)
    {
        day = Optional(name) is null ? null : Parsed(name, example, ParseDay, "a day", default(DateOnly));
        return day is not null || Optional(name) is null;
    }

    public Settings? Section(string name, string example) => Required(name, example) switch
    {
        null => null,
        YamlMap map => new Settings(_file, $"{_path}{name}.", LineOf(name), map, _faults),
        var other => Wrong<Settings>(other, name, "settings, indented below it", example),
    };

    /// <summary>As <see cref="Section"/>, with no settings where it is not there.</summary>
    public Settings? OptionalSection(string name, string example) => Optional(name) is null
        ? new Settings(_file, $"{_path}{name}.", _line, new YamlMap(_line, []), _faults)
        : Section(name, example);

    /// <summary>The raw value, for what has a shape of its own.</summary>
    public YamlNode? Node(string name, string example) => Required(name, example);

    /// <summary>One text, or a list of them.</summary>
    public IReadOnlyList<string>? Texts(string name, string example) => Required(name, example) switch
    {
        null => null,
        YamlText text => [.. text.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        YamlList list when list.Items.All(i => i is YamlText) => [.. list.Items.Cast<YamlText>().Select(t => t.Value.Trim())],
        var other => Wrong<IReadOnlyList<string>>(other, name, "a list of texts", example),
    };

    /// <summary>To be called when all settings were read: what is left is not known, and most likely a slip.</summary>
    public void RefuseOthers()
    {
        foreach (var entry in _map.Entries.Where(e => !_known.Contains(e.Key)))
        {
            var meant = Nearest.To(entry.Key, _known);
            _faults.Error(
                _file, entry.Line, $"There is no setting '{_path}{entry.Key}'.",
                meant is null ? $"Known here are: {string.Join(", ", _known)}." : $"Did you mean '{_path}{meant}'?");
        }
    }

    private YamlEntry? Find(string name) => _map.Entries.FirstOrDefault(e => e.Key == name);

    private YamlNode? Optional(string name)
    {
        _known.Add(name);
        return Find(name)?.Value is { } value and not YamlText { Value: "" } ? value : null;
    }

    private YamlNode? Required(string name, string example)
    {
        var value = Optional(name);
        if (value is null)
        {
            var state = Find(name) is null ? "missing" : "empty";
            _faults.Error(_file, LineOf(name), $"The setting '{_path}{name}' is {state}.", $"Write for example: {name}: {example}");
        }

        return value;
    }

    private string? AsText(YamlNode node, string name, string example) =>
        node is YamlText text ? text.Value.Trim() : Wrong<string>(node, name, "a text", example);

    private T? Parsed<T>(string name, string example, Func<string, T?> parse, string wanted, T otherwise)
        where T : struct
    {
        if (Optional(name) is not { } node)
        {
            return otherwise;
        }

        var value = node is YamlText text ? parse(text.Value.Trim()) : null;
        if (value is null)
        {
            Wrong<string>(node, name, wanted, example);
        }

        return value;
    }

    private T? Wrong<T>(YamlNode node, string name, string wanted, string example)
        where T : class
    {
        var found = node is YamlText { Value: var value } ? $" but '{(value.Length > 40 ? value[..40] + "…" : value)}'" : "";
        _faults.Error(_file, LineOf(name), $"The setting '{_path}{name}' is not {wanted}{found}.", $"Write for example: {name}: {example}");
        return null;
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
