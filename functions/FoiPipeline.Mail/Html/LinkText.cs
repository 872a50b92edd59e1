using System.Text;

namespace FoiPipeline.Mailing.Html;

/// <summary>A link that is being read: where it leads, and what it says.</summary>
internal sealed class LinkText(string? href)
{
    private const int Longest = 2_000;

    private readonly StringBuilder _said = new();

    public void Hear(string text)
    {
        if (_said.Length <= Longest)
        {
            _said.Append(text);
        }
    }

    /// <returns>The address to write behind the text; nothing where the text says it already, or where the link leads nowhere a reader could go.</returns>
    public string? Address()
    {
        var target = string.Concat((href ?? "").Where(c => !char.IsControl(c))).Trim();
        if (target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            target = Uri.UnescapeDataString(target[7..].Split('?', 2)[0]);
        }
        else if (!IsReachable(target))
        {
            return null;
        }

        var said = _said.ToString().Trim();
        return said.Length == 0 || target.Length is 0 or > Longest || Bare(said) == Bare(target) ? null : target;
    }

    private static bool IsReachable(string target) =>
        target.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("//", StringComparison.Ordinal);

    private static string Bare(string url)
    {
        var text = url.ToLowerInvariant();
        foreach (var scheme in (ReadOnlySpan<string>)["mailto:", "https:", "http:", "ftp:", "//"])
        {
            text = text.StartsWith(scheme, StringComparison.Ordinal) ? text[scheme.Length..] : text;
        }

        return text.TrimEnd('/', ' ');
    }
}
