using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Matching;

/// <summary>
/// Finds the sound tokens that are one slip (a character wrong, lost or added) or one swap of two characters away from a damaged one. Works from
/// the damaged token outwards, so the cost depends on its length and not on the register.
/// </summary>
internal static class TokenRepair
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <returns>Authorities on the register, nearest first by id; empty when the token has no shape or none is near.</returns>
    public static IReadOnlyList<AuthorityId> Nearest(AuthorityIndex index, string token)
    {
        var parts = token.Split('-');
        if (parts.Length != 3 || parts[1].Length is < 1 or > 13)
        {
            return [];
        }

        var found = new SortedSet<AuthorityId>();
        foreach (var code in CodesNear(parts[1].ToUpperInvariant()))
        {
            if (AuthorityId.TryParse(code, out var id) && index.Contains(id) && !found.Contains(id)
                && IsOneSlip(token.ToLowerInvariant(), ReplyToken.For(new Reference(index.Prefix, id))))
            {
                found.Add(id);
            }
        }

        return [.. found];
    }

    private static IEnumerable<string> CodesNear(string code)
    {
        yield return code;
        for (var i = 0; i < code.Length; i++)
        {
            yield return code.Remove(i, 1);
            for (var j = i + 1; j < code.Length; j++)
            {
                yield return Swap(code, i, j);
            }

            foreach (var c in Alphabet)
            {
                yield return $"{code[..i]}{c}{code[(i + 1)..]}";
            }
        }

        for (var i = 0; i <= code.Length; i++)
        {
            foreach (var c in Alphabet)
            {
                yield return code.Insert(i, c.ToString());
            }
        }
    }

    private static string Swap(string text, int i, int j)
    {
        var characters = text.ToCharArray();
        (characters[i], characters[j]) = (characters[j], characters[i]);
        return new string(characters);
    }

    private static bool IsOneSlip(string damaged, string sound)
    {
        if (damaged.Length != sound.Length)
        {
            var (longer, shorter) = damaged.Length > sound.Length ? (damaged, sound) : (sound, damaged);
            return longer.Length - shorter.Length == 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
        }

        var differences = Enumerable.Range(0, sound.Length).Where(i => damaged[i] != sound[i]).Take(3).ToArray();
        return differences.Length == 1
            || (differences is [var a, var b] && damaged[a] == sound[b] && damaged[b] == sound[a]);
    }
}
