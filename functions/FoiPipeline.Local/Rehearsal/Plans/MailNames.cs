using System.Text;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>Names for addresses and sites, made from what the register says.</summary>
internal static class MailNames
{
    public static (string Local, string Domain) Split(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 ? (address, "authority.example") : (address[..at], address[(at + 1)..]);
    }

    /// <summary><c>NHS Airedale, Wharfedale and Craven CCG</c> without the first and the last word.</summary>
    public static string ShortName(Authority authority)
    {
        if (authority.Attribute("short_name") is { } given)
        {
            return given;
        }

        var name = authority.Name.StartsWith("NHS ", StringComparison.Ordinal) ? authority.Name[4..] : authority.Name;
        return name.EndsWith(" CCG", StringComparison.Ordinal) ? name[..^4] : name;
    }

    /// <summary>Lower-case ASCII letters and digits only.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
        }

        return slug.Length == 0 ? "body" : slug.ToString();
    }
}
