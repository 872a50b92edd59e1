namespace FoiPipeline.Core.Reporting;

/// <summary>
/// Makes a text safe to open in a spreadsheet program. Replies are other people's words: a cell that starts with one of = + - @ or a control
/// character would be run as a formula, so it gets an apostrophe in front, which spreadsheet programs do not show. Numbers and dates stay.
/// </summary>
public static class SpreadsheetCell
{
    public static string Safe(string text)
    {
        var start = text.AsSpan().TrimStart();
        var risky = start.Length > 0 && (start[0] is '=' or '+' or '-' or '@' or '|' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' || text[0] is '\t' or '\r' or '\n');
        return risky && !IsPlainNumber(text) ? $"'{text}" : text;
    }

    private static bool IsPlainNumber(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);
}
