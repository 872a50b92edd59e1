using System.Globalization;

namespace FoiPipeline.Mailing.Html;

/// <summary>The marks of one list's items: <c>-</c>, <c>1.</c>, <c>b.</c>, <c>iii.</c></summary>
internal sealed class ListMarks(bool isOrdered, string? start, string? type, int depth)
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    private const int DeepestIndent = 8;

    private int _next = Number(start) ?? 1;

    public string Next(string? value)
    {
        var indent = new string(' ', 2 * Math.Clamp(depth - 1, 0, DeepestIndent));
        if (!isOrdered)
        {
            return indent + "- ";
        }

        _next = Number(value) ?? _next;
        var number = _next;
        _next = _next == int.MaxValue ? _next : _next + 1;
        return $"{indent}{Written(number)}. ";
    }

    private string Written(int number) => type switch
    {
        "a" when number > 0 => Letters(number),
        "A" when number > 0 => Letters(number).ToUpperInvariant(),
        "i" when number is > 0 and < 4000 => RomanOf(number),
        "I" when number is > 0 and < 4000 => RomanOf(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number)
    {
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('a' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private static string RomanOf(int number)
    {
        var written = "";
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                written += sign;
            }
        }

        return written;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
