using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace FoiPipeline.Mailing.Html;

/// <summary>Character references, by AngleSharp's table of the names in the HTML standard.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    /// <summary>What browsers make of the numbers 128 to 159: the characters that windows-1252 has there.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    public static string Decode(ReadOnlySpan<char> text)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = Append(decoded, text);
            text = text[length..];
            ampersand = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    /// <returns>How much of the text was the reference; 1 if the ampersand is none.</returns>
    private static int Append(StringBuilder decoded, ReadOnlySpan<char> text)
    {
        var length = text.Length > 1 && text[1] == '#' ? AppendNumber(decoded, text) : AppendName(decoded, text);
        if (length == 0)
        {
            decoded.Append('&');
        }

        return Math.Max(length, 1);
    }

    private static int AppendNumber(StringBuilder decoded, ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == start)
        {
            return 0;
        }

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        var isNumber = int.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var code);
        code = isNumber && code is >= 128 and < 160 ? Windows1252[code - 128] : code;
        decoded.Append(isNumber && code != 0 && Rune.IsValid(code) ? new Rune(code).ToString() : "\ufffd");
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    /// <summary>The old names (<c>&amp;nbsp</c>, <c>&amp;pound</c>) need no semicolon.</summary>
    private static int AppendName(StringBuilder decoded, ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end == 1)
        {
            return 0;
        }

        var hasSemicolon = end < text.Length && text[end] == ';';
        var name = text[1..(hasSemicolon ? end + 1 : end)].ToString();
        if (HtmlEntityProvider.Resolver.GetSymbol(name) is not { } symbol)
        {
            return 0;
        }

        decoded.Append(symbol);
        return 1 + name.Length;
    }
}
