using System.Text;

namespace FoiPipeline.Core.Matching;

/// <summary>The forms in which references and addresses are learned and looked up, so that ways of writing them do not matter.</summary>
public static class MatchKeys
{
    private const int LongestReference = 60;

    private static readonly HashSet<string> Nobody = new(StringComparer.Ordinal)
    {
        "noreply", "donotreply", "dontreply", "mailerdaemon", "postmaster", "notification", "notifications", "bounce", "bounces", "autoreply",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "OUR", "YOUR", "REF", "REFERENCE", "NO", "NUMBER", "NR" };

    /// <summary>Letters that half the country puts before its numbers, and that therefore tell nobody apart.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "FOI", "FOIA", "FOIR", "EIR", "REQ", "REQUEST", "CCG", "CSU", "NHS", "IG", "CASE", "SR", "INC", "TICKET", "RFI", "F", "ID", "CALL", "RQ",
        "ENQ", "ENQUIRY", "INFO", "FREEDOM", "INFORMATION", "CORRESPONDENCE", "RESPONSE", "INCIDENT", "COMPLAINT", "CORP", "GOVERNANCE",
    };

    /// <summary>
    /// The key of an authority's own reference: runs of letters and of digits in upper case, joined by hyphens, without leading zeros and words
    /// such as 'our ref' (<c>FOI 007585</c>, <c>foi/7585</c> and <c>FOI007585</c> are all <c>FOI-7585</c>). Nothing when there is no digit or no end.
    /// </summary>
    public static string? TheirReference(string? reference)
    {
        var runs = Runs(reference);
        return runs.Count > 0 && runs.Exists(r => char.IsAsciiDigit(r[0])) ? string.Join('-', runs) : null;
    }

    /// <summary>
    /// The key of an address: lower case, without brackets, <c>mailto:</c> and a tag after a plus. Nothing for what is no address and for addresses
    /// nobody stands behind (<c>noreply@</c>, <c>mailer-daemon@</c>): one ticket system may send for a hundred bodies from one of those.
    /// </summary>
    public static string? Sender(string? address)
    {
        var text = (address ?? "").Trim().TrimStart('<').TrimEnd('>').ToLowerInvariant();
        text = text.StartsWith("mailto:", StringComparison.Ordinal) ? text[7..] : text;
        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1 || text.Length > 254 || text.AsSpan().IndexOfAny(' ', '\t', '\n') >= 0)
        {
            return null;
        }

        var local = text[..at];
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        local = plus > 0 ? local[..plus] : local;
        return IsNobody(local) ? null : $"{local}@{text[(at + 1)..].TrimEnd('.')}";
    }

    /// <summary>Whether an address is that of a machine which reports on delivery.</summary>
    internal static bool IsDeliverySystem(string? address)
    {
        var local = Plain((address ?? "").TrimStart('<').Split('@')[0]);
        return local is "mailerdaemon" or "postmaster";
    }

    /// <summary>
    /// Whether a reference's key is so particular that another authority would hardly use it too: five digits or more beside the year, or a word
    /// of its own. <c>FOI-658</c> and <c>FOI-16-17-143</c> are not: every body counts from 1.
    /// </summary>
    internal static bool IsParticular(string key)
    {
        var digits = 0;
        var ownLetters = false;
        foreach (var run in key.Split('-'))
        {
            if (!char.IsAsciiDigit(run[0]))
            {
                ownLetters |= run.Length > 3 && !Common.Contains(run);
            }
            else if (!IsYear(run))
            {
                digits += run.Length;
            }
        }

        return digits >= 5 || (ownLetters && digits >= 2);
    }

    private static bool IsNobody(string local)
    {
        var plain = Plain(local);
        return Nobody.Contains(plain) || plain.StartsWith("noreply", StringComparison.Ordinal) || plain.StartsWith("donotreply", StringComparison.Ordinal);
    }

    private static string Plain(string local) => string.Concat(local.Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static bool IsYear(string digits) =>
        (digits.Length == 2 && string.CompareOrdinal(digits, "10") >= 0 && string.CompareOrdinal(digits, "39") <= 0)
        || (digits.Length == 4 && (digits.StartsWith("20", StringComparison.Ordinal) || (digits[0] == digits[2] && digits[1] + 1 == digits[3])));

    private static List<string> Runs(string? reference)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var c in (reference ?? "").Length > LongestReference ? "" : $"{reference} ")
        {
            var goesOn = char.IsAsciiLetterOrDigit(c) && (run.Length == 0 || char.IsAsciiDigit(run[^1]) == char.IsAsciiDigit(c));
            if (!goesOn && run.Length > 0)
            {
                Keep(run.ToString(), runs);
                run.Clear();
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                run.Append(char.ToUpperInvariant(c));
            }
        }

        return runs;
    }

    private static void Keep(string run, List<string> runs)
    {
        if (char.IsAsciiDigit(run[0]))
        {
            var number = run.TrimStart('0');
            runs.Add(number.Length == 0 ? "0" : number);
        }
        else if (!Fillers.Contains(run))
        {
            runs.Add(run);
        }
    }
}
