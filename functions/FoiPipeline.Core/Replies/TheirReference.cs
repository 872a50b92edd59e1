using System.Globalization;
using System.Text.RegularExpressions;

namespace FoiPipeline.Core.Replies;

/// <summary>
/// Finds the authority's own reference: what it numbers our request by. Later mails may carry nothing else. Never a reference of ours, a
/// telephone number, a date, or the year of the Act.
/// </summary>
public static class TheirReference
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Cues = ["ref", "foi", "rfi", "eir", "case", "ticket", "request", "inc", "sr", "cas", "ig", "#"];

    /// <summary>By how surely they name a reference: "our ref", then the shapes of FOI numbers, then a label, then tickets.</summary>
    private static readonly Lazy<Regex>[] Patterns =
    [
        Make(@"\bour (unique )?(foi |request |case )?ref(erence)?( ?(number|num|no))?\b\.? ?(is|:|-|\.|;)* ?(?<ref>[a-z0-9][a-z0-9/._#() -]*[0-9][a-z0-9/._-]*)"),
        Make(@"\b(foi|foia|rfi|eir)( ?(request|response|reply|ref|reference|number|no|case|id)\b\.?)* ?[:#(/._-]* ?(?<ref>[a-z]{0,6}[/._-]?[0-9][a-z0-9/._-]*[0-9][a-z]?\b|[0-9]{3,}\b)"),
        Make(@"\b(?<ref>[a-z0-9]{1,8}[/._-](foi|foia|rfi|eir|ig)[/._-]?[a-z0-9/._-]*[0-9][a-z0-9/._-]*)"),
        Make(@"\b(request|case|reference|ref|enquiry|ticket|tracking)( ?(number|num|no|id|code)\b)?\.?( (is|of|for this request is))? ?[:#(\[-]* ?(?<ref>[a-z]{0,6}[/._#-]?[0-9][a-z0-9/._-]*)"),
        Make(@"\b(?<ref>(inc|sr|cas|req|ritm|ims|cs|tkt|hd|ig)[-_/ ]?[0-9]{4,12})\b"),
        Make(@"\[[a-z -]*#? ?(?<ref>[0-9]{4,16})\]|ticket ?#? ?(?<ref>[0-9]{4,16})|request \((?<ref>[0-9]{4,12})\)"),
    ];

    /// <param name="texts">Where to look, surest first: subject, own words, letters.</param>
    /// <param name="ourPrefix">What our references start with (<c>SV16</c>), where it is known.</param>
    /// <param name="ourWords">What our letter says, as quoted: a number that stands there is ours.</param>
    public static string? In(IEnumerable<string> texts, string? ourPrefix = null, string ourWords = "")
    {
        // Patterns are in lower case, which keeps every character in its place: references are shown as they were written.
        var readable = texts.Where(HasCue).Select(text => (Text: text, Lower: text.ToLowerInvariant())).ToList();
        foreach (var pattern in Patterns)
        {
            foreach (var (text, lower) in readable)
            {
                for (var match = pattern.Value.Match(lower); match.Success; match = match.NextMatch())
                {
                    if (Accept(text, match, ourPrefix, ourWords) is { } reference)
                    {
                        return reference;
                    }
                }
            }
        }

        return null;
    }

    private static bool HasCue(string text) => Cues.Any(cue => text.Contains(cue, StringComparison.OrdinalIgnoreCase)) && text.AsSpan().ContainsAnyInRange('0', '9');

    private static string? Accept(string text, Match match, string? ourPrefix, string ourWords)
    {
        var group = match.Groups["ref"];
        var named = text.Substring(group.Index, group.Length).TrimEnd('.', '-', '/', '_', '(', ' ', '#');
        if (named.Length == 0 || IsNoNumber(text, group, named) || IsLabelledYours(text, match))
        {
            return null;
        }

        var reference = WithScheme(text, match, group, named);
        return IsOurs(named, ourPrefix) || IsOurs(reference, ourPrefix) || Contains(ourWords, named) ? null : reference;
    }

    /// <summary>"Your ref" before a number says that it is ours. "Your reference number is" announces theirs.</summary>
    private static bool IsLabelledYours(string text, Match match)
    {
        var before = text.AsSpan(Math.Max(0, match.Index - 6)..match.Index).TrimEnd();
        var words = text.AsSpan(match.Index, match.Length);
        return before.EndsWith("your", StringComparison.OrdinalIgnoreCase) && words.StartsWith("ref", StringComparison.OrdinalIgnoreCase)
            && !words.Contains(" is", StringComparison.OrdinalIgnoreCase) && !words.Contains("number", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"FOI 007585" is quoted with its letters, "Ref: 007585" without.</summary>
    private static string WithScheme(string text, Match match, Group group, string named)
    {
        var start = text[match.Index..group.Index];
        foreach (var scheme in (ReadOnlySpan<string>)["FOIA", "FOI", "RFI", "EIR"])
        {
            if (start.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && start.Length <= scheme.Length + 1 && char.IsAsciiDigit(named[0]))
            {
                return start + named;
            }
        }

        return named;
    }

    private static bool IsOurs(string reference, string? ourPrefix) =>
        !string.IsNullOrEmpty(ourPrefix) && reference.StartsWith(ourPrefix, StringComparison.OrdinalIgnoreCase)
        && (reference.Length == ourPrefix.Length || !char.IsAsciiLetterOrDigit(reference[ourPrefix.Length]));

    private static bool Contains(string ourWords, string reference) => reference.Length >= 4 && ourWords.Contains(reference, StringComparison.OrdinalIgnoreCase);

    private static bool IsNoNumber(string text, Group group, string named)
    {
        var digits = named.Count(char.IsAsciiDigit);
        var after = text.AsSpan(group.Index + group.Length).TrimStart(" .)-");
        return digits < 2
            || named is "2000" or "2004" or "2005" or "2018" or "1998"
            || IsDate(named)
            || (digits is 10 or 11 && named[0] == '0' && named.All(c => char.IsAsciiDigit(c) || c == ' '))
            || (digits < 4 && StartsWithUnit(after))
            || (named.All(char.IsAsciiDigit) && StartsWithMonth(after));
    }

    private static bool IsDate(string text)
    {
        string[] forms = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];
        return DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool StartsWithUnit(ReadOnlySpan<char> after) => StartsWithAny(after, ["working", "days", "calendar", "%", "hours", "questions"]);

    private static bool StartsWithMonth(ReadOnlySpan<char> after) =>
        StartsWithAny(after, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    private static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Lazy<Regex> Make(string pattern) => new(() => new Regex(pattern, Options));
}
