using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// The part after the plus in a request's reply address: <c>sv16-02n-k7q2</c>. Three characters are drawn from a hash of the reference, the last is
/// a check character over the field of 37 elements with a different weight at each place, so that every slip of one character and every swap
/// of two is recognised, wherever it is.
/// </summary>
public static class ReplyToken
{
    private const string Drawn = "abcdefghjkmnpqrstuvwxyz23456789";
    private const string Checks = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The token of a request, in lower case.</summary>
    public static string For(Reference reference)
    {
        var stem = $"{reference.Prefix}-{reference.Authority}-".ToLowerInvariant();
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stem}{attempt}")));
            var body = string.Create(CultureInfo.InvariantCulture, $"{stem}{Drawn[hash[0] % 31]}{Drawn[hash[1] % 31]}{Drawn[hash[2] % 31]}");
            var sum = WeightedSum(body, out var places);

            // Characters count from 1, so the check value solves sum + weight * check = 0 (mod 37); 0 has no character, then it is drawn again.
            var check = (37 - sum) * Inverse(places + 1) % 37;
            if (check > 0)
            {
                return body + Checks[check - 1];
            }
        }
    }

    /// <summary>Whether a text of the right shape (<c>prefix-id-xxxx</c>) has a check character that fits. Case does not matter.</summary>
    public static bool IsSound(string token)
    {
        var sum = WeightedSum(token.ToLowerInvariant(), out var places);
        return places is > 4 and < 37 && sum == 0;
    }

    private static int WeightedSum(string text, out int places)
    {
        var sum = 0;
        places = 0;
        foreach (var c in text)
        {
            var value = Checks.IndexOf(c, StringComparison.Ordinal);
            if (value >= 0)
            {
                sum += ++places * (value + 1) % 37;
            }
        }

        return sum % 37;
    }

    private static int Inverse(int number)
    {
        for (var candidate = 1; ; candidate++)
        {
            if (number * candidate % 37 == 1)
            {
                return candidate;
            }
        }
    }
}
