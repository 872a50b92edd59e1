using System.Globalization;

namespace FoiPipeline.Azure.Tables;

/// <summary>Values as OData literals, so that no value can end its quotes.</summary>
internal sealed class TableQueryFilter : IFormatProvider, ICustomFormatter
{
    private static readonly TableQueryFilter Instance = new();

    public static string Write(FormattableString filter) => filter.ToString(Instance);

    /// <summary>A string literal: quotes inside are doubled.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <exception cref="ArgumentException">The value has no literal.</exception>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        double number => Number(number),
        DateTimeOffset moment => $"datetime'{TableEntityJson.Moment(moment)}'",
        Guid id => $"guid'{id}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes)}'",
        _ => throw new ArgumentException($"A filter takes no value of type {arg?.GetType().Name ?? "null"}.", nameof(arg)),
    };

    // Without a point or an exponent the service would read a whole number of another type.
    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInteger(number) && !text.Contains('E', StringComparison.Ordinal) ? text + ".0" : text;
    }
}
