using System.Globalization;
using System.Text;

namespace FoiPipeline.Core.Deadlines;

/// <summary>
/// The table of days that are no working days under s.10(6) besides weekends. It covers a span of years and says which version it is, because a
/// proclamation may add a day after a due date was computed; a day outside the span is not known, and nothing here pretends that it is.
/// </summary>
public sealed class UkHolidays
{
    private static readonly Lazy<UkHolidays> Shipped = new(ReadShipped);

    private readonly Dictionary<DateOnly, UkHoliday> _days;

    private UkHolidays(string version, DateOnly firstDay, DateOnly lastDay, IEnumerable<UkHoliday> days)
    {
        (Version, FirstDay, LastDay) = (version, firstDay, lastDay);
        _days = days.ToDictionary(d => d.Day);
    }

    /// <summary>The table that came with the program.</summary>
    public static UkHolidays Current => Shipped.Value;

    /// <summary>Whose table, and of which day: kept with every due date computed from it.</summary>
    public string Version { get; }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    public int Count => _days.Count;

    public bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>The holiday on that day, or nothing. Means nothing for a day the table does not cover.</summary>
    public UkHoliday? Find(DateOnly day) => _days.GetValueOrDefault(day);

    /// <summary>
    /// Reads a table: lines <c># version: …</c> and <c># covers: FIRST to LAST</c>, a heading, then
    /// <c>date,england-and-wales,scotland,northern-ireland</c>.
    /// </summary>
    /// <exception cref="FormatException">A line cannot be read; the message gives its number.</exception>
    public static UkHolidays Parse(string text)
    {
        var (version, covers, days) = ("", "", new List<UkHoliday>());
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            number++;
            if (line.StartsWith('#'))
            {
                version = After(line, "# version:") ?? version;
                covers = After(line, "# covers:") ?? covers;
            }
            else if (line.Length > 0 && !line.StartsWith("date,", StringComparison.Ordinal))
            {
                days.Add(ParseDay(line, number));
            }
        }

        var span = covers.Split(" to ");
        return span.Length == 2 && TryDay(span[0], out var first) && TryDay(span[1], out var last) && days.TrueForAll(d => d.Day >= first && d.Day <= last)
            ? new UkHolidays(version, first, last, days)
            : throw new FormatException("The holiday table needs a line '# covers: 2012-01-01 to 2028-12-31' that spans all of its days.");
    }

    private static UkHoliday ParseDay(string line, int number)
    {
        var cells = line.Split(',');
        if (cells.Length != 4 || !TryDay(cells[0], out var day) || cells.Skip(1).All(c => c.Length == 0))
        {
            throw new FormatException($"Line {number} of the holiday table is not 'date,england-and-wales,scotland,northern-ireland' with at least one name.");
        }

        return new UkHoliday(day, NullIfEmpty(cells[1]), NullIfEmpty(cells[2]), NullIfEmpty(cells[3]));
    }

    private static UkHolidays ReadShipped()
    {
        using var stream = typeof(UkHolidays).Assembly.GetManifestResourceStream("uk-bank-holidays.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd());
    }

    private static string? After(string line, string label) => line.StartsWith(label, StringComparison.Ordinal) ? line[label.Length..].Trim() : null;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
