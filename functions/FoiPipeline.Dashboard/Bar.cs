using System.Globalization;

namespace FoiPipeline.Dashboard;

/// <summary>A share as a bar. The figure stands beside it as text, so a screen reader is told to pass it over.</summary>
internal static class Bar
{
    public static Html Of(int n, int all, bool second = false)
    {
        var width = all == 0 ? 0 : 100.0 * n / all;
        return Html.Of(
            $"<svg class=\"bar{(second ? " second" : "")}\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"rest\" width=\"100\" height=\"4\"/><rect class=\"part\" width=\"{width.ToString("0.##", CultureInfo.InvariantCulture)}\" height=\"4\"/></svg>");
    }
}
