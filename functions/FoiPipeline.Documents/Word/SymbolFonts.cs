using System.Globalization;

namespace FoiPipeline.Documents.Word;

/// <summary>Characters of the symbol fonts (<c>w:sym</c>) as Unicode: ticks and boxes decide what a form answers.</summary>
internal static class SymbolFonts
{
    private const string SymbolGreek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private static readonly Dictionary<int, char> Symbol = new()
    {
        [0x22] = '∀', [0x24] = '∃', [0x27] = '∋', [0x2A] = '∗', [0x2D] = '−', [0x40] = '≅', [0xA2] = '′', [0xA3] = '≤', [0xA5] = '∞', [0xAB] = '↔',
        [0xAC] = '←', [0xAD] = '↑', [0xAE] = '→', [0xAF] = '↓', [0xB0] = '°', [0xB1] = '±', [0xB2] = '″', [0xB3] = '≥', [0xB4] = '×', [0xB5] = '∝',
        [0xB6] = '∂', [0xB7] = '•', [0xB8] = '÷', [0xB9] = '≠', [0xBA] = '≡', [0xBB] = '≈', [0xBC] = '…', [0xD2] = '®', [0xD3] = '©', [0xD4] = '™',
        [0xD5] = '∏', [0xD6] = '√', [0xD7] = '⋅', [0xDE] = '⇒', [0xE5] = '∑', [0xF2] = '∫', [0xA0] = '€',
    };

    private static readonly Dictionary<int, char> Wingdings = new()
    {
        [0x28] = '☎', [0x29] = '✆', [0x2A] = '✉', [0x21] = '✎', [0x22] = '✂', [0x4A] = '☺', [0x4C] = '☹', [0x6C] = '●', [0x6D] = '❍', [0x6E] = '■',
        [0x6F] = '☐', [0x70] = '☐', [0x71] = '❑', [0x72] = '❒', [0x73] = '⬧', [0x76] = '❖', [0x78] = '☒', [0x9F] = '•', [0xA7] = '▪', [0xA8] = '☐',
        [0xAB] = '★', [0xD8] = '➢', [0xDF] = '←', [0xE0] = '→', [0xE1] = '↑', [0xE2] = '↓', [0xFB] = '✗', [0xFC] = '✓', [0xFD] = '☒', [0xFE] = '☑',
    };

    private static readonly Dictionary<int, char> Wingdings2 = new()
    {
        [0x4F] = '✗', [0x50] = '✓', [0x51] = '☒', [0x52] = '☑', [0x53] = '☒', [0x54] = '☒', [0x96] = '•', [0xA3] = '☐', [0x2A] = '☐',
    };

    /// <param name="font">The font's name.</param>
    /// <param name="hex">The character's number in the font, mostly moved into Unicode's private area: <c>F0FC</c>.</param>
    /// <returns>The character; U+FFFD where the font's character is not known here.</returns>
    public static string Show(string? font, string? hex)
    {
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is <= 0 or > 0xFFFF)
        {
            return "";
        }

        var number = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        var known = font?.Trim().ToLowerInvariant() switch
        {
            "symbol" => number is >= 0x41 and <= 0x7E ? SymbolGreek[number - 0x41] : Symbol.GetValueOrDefault(number, number < 0x40 ? (char)number : '\0'),
            "wingdings" => Wingdings.GetValueOrDefault(number),
            "wingdings 2" => Wingdings2.GetValueOrDefault(number),
            "webdings" => number switch { 0x61 => '✓', 0x63 => '☐', 0x72 => '✗', _ => '\0' },
            _ => code == number ? (char)code : '\0',
        };
        return (known == '\0' ? '\uFFFD' : known).ToString();
    }
}
