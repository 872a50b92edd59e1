using System.Globalization;
using System.Text;

namespace FoiPipeline.Documents.Word;

/// <summary>A counter as text in one of Word's formats (ECMA-376 part 1, 17.18.59). Formats of other scripts come out as decimal numbers.</summary>
internal static class NumberFormat
{
    private const int LargestRoman = 3999;
    private const int LargestLetter = 780;

    private static readonly (int Value, string Numeral)[] Numerals =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    private static readonly string[] Small =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen",
        "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
    ];

    private static readonly string[] SmallOrdinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth",
        "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth",
    ];

    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letter(number),
        "lowerLetter" => Letter(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => Decimal(number) + Ending(number),
        "cardinalText" => number >= 0 && number < Small.Length ? Small[number] : Decimal(number),
        "ordinalText" => number >= 0 && number < SmallOrdinals.Length ? SmallOrdinals[number] : Decimal(number) + Ending(number),
        "decimalEnclosedParen" => $"({Decimal(number)})",
        "decimalEnclosedFullstop" => $"{Decimal(number)}.",
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Roman(int number)
    {
        if (number is < 1 or > LargestRoman)
        {
            return Decimal(number);
        }

        var text = new StringBuilder();
        foreach (var (value, numeral) in Numerals)
        {
            for (; number >= value; number -= value)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }

    // a to z, then aa, bb ... zz, aaa: Word repeats the letter.
    private static string Letter(int number) =>
        number is < 1 or > LargestLetter ? Decimal(number) : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Ending(int number) => (number % 100) switch
    {
        11 or 12 or 13 => "th",
        _ => (number % 10) switch
        {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
    };
}
