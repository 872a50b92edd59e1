using System.Globalization;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>A register of any size for rehearsals: the real one thinned out evenly, or filled up with authorities that do not exist.</summary>
public static class ScaledRegister
{
    private static readonly string[] Starts =
        ["Alder", "Amber", "Ash", "Beck", "Birch", "Black", "Bram", "Brook", "Cal", "Castle", "Cold", "Crow", "Dun", "Elm", "Ever", "Fair", "Fern", "Gold", "Grim", "Hart",
         "Hazel", "Holm", "Kings", "Lark", "Lin", "Long", "Mal", "Mere", "Nether", "Oak", "Over", "Pen", "Quarr", "Raven", "Red", "Row", "Silver", "Stan", "Thorn", "Wald"];

    private static readonly string[] Ends =
        ["borough", "bourne", "bury", "by", "combe", "dale", "den", "field", "ford", "gate", "ham", "hurst", "leigh", "low", "mead", "minster", "mouth", "port", "shaw", "stead",
         "stoke", "thorpe", "ton", "wick", "worth"];

    private static readonly string[] Parts = ["", " Vale", " Heath", " Marches", " Coast", " Wolds", " Fens", " Downs", " Levels", " Chase"];

    private static readonly string[] Sides = ["", "North ", "South ", "East ", "West "];

    /// <summary>The most authorities a scaled register can have.</summary>
    public static int Most => Combinations - 1_000;

    private static int Combinations => Starts.Length * Ends.Length * Parts.Length * Sides.Length;

    /// <exception cref="ArgumentOutOfRangeException">Fewer than one or more than <see cref="Most"/>.</exception>
    public static Round Scale(Round round, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        var real = round.Authorities;
        if (count <= real.Count)
        {
            return round with { Authorities = [.. Enumerable.Range(0, count).Select(i => real[(int)((long)i * real.Count / count)])] };
        }

        // Some invented names exist (there is an Ashford): those are passed over, so that no two bodies share a name or an address.
        var taken = real.Select(a => a.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var invented = Enumerable.Range(0, Combinations).Select(i => Invented(i, real[i % real.Count])).Where(a => !taken.Contains(a.Name));
        return round with { Authorities = [.. real, .. invented.Take(count - real.Count)] };
    }

    private static Authority Invented(int number, Authority model)
    {
        var towns = Starts.Length * Ends.Length;
        var town = Starts[number % Starts.Length] + Ends[number / Starts.Length % Ends.Length];
        var place = Sides[number / (towns * Parts.Length) % Sides.Length] + town + Parts[number / towns % Parts.Length];
        var slug = place.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var address = number % 3 == 0 ? $"{slug}ccg.foi@nhs.example" : $"foi@{slug}ccg.nhs.example";
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["short_name"] = place };
        foreach (var kept in new[] { "stp", "region" })
        {
            if (model.Attribute(kept) is { } value)
            {
                attributes[kept] = value;
            }
        }

        return new Authority
        {
            Id = AuthorityId.Parse(string.Create(CultureInfo.InvariantCulture, $"Z{number:D5}")), Name = $"NHS {place} CCG", FoiAddress = address, Attributes = attributes,
        };
    }
}
