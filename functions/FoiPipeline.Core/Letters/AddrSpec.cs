using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FoiPipeline.Core.Letters;

/// <summary>
/// A bare mail address (<c>addr-spec</c> of RFC 5322, dot-atom form), with the limits of RFC 5321: 64 octets before the @, 254 in all. Letters
/// beyond ASCII are
/// taken (RFC 6531), because whether the way there supports them is not to be seen from the address.
/// </summary>
public readonly record struct AddrSpec
{
    public const int MaxLocalOctets = 64;
    private const int MaxOctets = 254;
    private const int MaxLabelOctets = 63;

    private AddrSpec(string local, string domain) => (Local, Domain) = (local, domain);

    /// <summary>The part before the @, as written.</summary>
    public string Local { get; }

    /// <summary>The mail host in lower case.</summary>
    public string Domain { get; }

    public bool IsAscii => Ascii.IsValid(Local) && Ascii.IsValid(Domain);

    /// <param name="text">The address.</param>
    /// <param name="address">The address, if it is one.</param>
    /// <param name="problem">Otherwise what is wrong with it, as the end of a sentence: <c>has no @</c>.</param>
    public static bool TryParse(string text, out AddrSpec address, [NotNullWhen(false)] out string? problem)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (local, domain) = at < 0 ? ("", "") : (text[..at], text[(at + 1)..]);
        problem = at < 0 ? "has no @"
            : domain.Contains('@', StringComparison.Ordinal) ? "has more than one @; one address is wanted"
            : text.AsSpan().IndexOfAny(" \t\r\n") >= 0 ? "has a blank in it"
            : ProblemOfLocal(local) ?? ProblemOfDomain(domain) ?? (Encoding.UTF8.GetByteCount(text) > MaxOctets ? "is longer than 254 characters" : null);
        address = problem is null ? new AddrSpec(local, domain.ToLowerInvariant()) : default;
        return problem is null;
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static string? ProblemOfLocal(string local) =>
        local.Length == 0 ? "has nothing before the @"
        : Encoding.UTF8.GetByteCount(local) > MaxLocalOctets ? "has more than 64 characters before the @"
        : local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal) ? "has a dot in the wrong place before the @"
        : FirstWrong(local, "!#$%&'*+-/=?^_`{|}~.");

    private static string? ProblemOfDomain(string domain)
    {
        if (domain.Length == 0)
        {
            return "has nothing after the @";
        }

        var labels = domain.Split('.');
        return labels.Length < 2 ? "has no dot after the @"
            : Array.Exists(labels, l => l.Length == 0) ? "has a dot in the wrong place after the @"
            : Array.Exists(labels, l => Encoding.UTF8.GetByteCount(l) > MaxLabelOctets) ? "has a name after the @ that is longer than 63 characters"
            : Array.Exists(labels, l => l[0] == '-' || l[^1] == '-') ? "has a hyphen in the wrong place after the @"
            : FirstWrong(domain, "-.");
    }

    private static string? FirstWrong(string part, string allowed)
    {
        foreach (var rune in part.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !(rune.IsAscii && allowed.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return Rune.IsControl(rune) ? "has an invisible character in it" : $"has the character '{rune}' in it";
            }
        }

        return null;
    }
}
