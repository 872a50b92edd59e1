using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>
/// A stream of draws that depends on the rehearsal's seed and a key alone, never on what was drawn elsewhere: whatever order letters go out in,
/// the same authority says the same things. SplitMix64 behind a hash; nothing here is a secret.
/// </summary>
internal sealed class Draw
{
    private ulong _state;

    public Draw(int seed, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{key}")));
        _state = BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public string Hex(int digits)
    {
        var text = new StringBuilder(digits + 16);
        while (text.Length < digits)
        {
            text.Append(Next().ToString("x16", CultureInfo.InvariantCulture));
        }

        return text.ToString(0, digits);
    }
}
