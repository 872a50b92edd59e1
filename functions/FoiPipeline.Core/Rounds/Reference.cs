using System.Diagnostics.CodeAnalysis;

namespace FoiPipeline.Core.Rounds;

/// <summary>Our reference for one request, as it stands in the subject line: <c>SV16-02N</c>.</summary>
public readonly record struct Reference(string Prefix, AuthorityId Authority)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Reference reference)
    {
        reference = default;
        var trimmed = text?.Trim() ?? "";
        var dash = trimmed.IndexOf('-', StringComparison.Ordinal);
        if (dash is < 2 or > 8 || !AuthorityId.TryParse(trimmed[(dash + 1)..], out var authority))
        {
            return false;
        }

        reference = new Reference(trimmed[..dash].ToUpperInvariant(), authority);
        return true;
    }

    public override string ToString() => $"{Prefix}-{Authority}";
}
