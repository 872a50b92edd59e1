using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Matching;

/// <summary>What a mail is by its outside, as far as the weak rungs must know.</summary>
internal static class Correspondence
{
    private static readonly string[] ListHeaders = ["List-Unsubscribe", "List-Id", "List-Post", "List-Help", "X-Campaign", "X-CampaignID", "Feedback-ID"];

    private static readonly string[] BulkWords =
        ["unsubscribe", "view this email in your browser", "view in browser", "view online version", "manage your preferences", "update your preferences"];

    /// <summary>A newsletter, a list, an advertisement.</summary>
    public static bool IsBulk(MatchInput input)
    {
        var precedence = input.Mail.Header("Precedence")?.Trim() ?? "";
        return precedence.ToLowerInvariant() is "bulk" or "list" or "junk"
            || ListHeaders.Any(h => input.Mail.Header(h) is not null)
            || BulkWords.Any(w => input.Mail.Body.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A report that a letter could not be delivered, in whichever form.</summary>
    public static bool IsBounce(Mail mail) => mail.DeliveryReport is not null || MatchKeys.IsDeliverySystem(mail.From?.Address);

    /// <summary>Whether the mail is about this round's request, or about a request and no other topic.</summary>
    public static bool IsAboutTheRequest(AuthorityIndex index, MatchInput input)
    {
        var mail = input.Mail;
        return index.Topic.IsIn(mail.Subject, input.OwnWords, input.Quoted)
            || (input.Quoted.Length == 0 && RoundTopic.CouldBeMeant(mail.Subject, input.OwnWords, WordsOfNames(index, mail.Subject)));
    }

    /// <summary>The addresses a bounce says it could not reach: by its report, or else any in its text.</summary>
    public static IEnumerable<string> Unreached(MatchInput input)
    {
        const int Most = 20;
        var reported = input.Mail.DeliveryReport?.Recipients.Where(r => r.Action is not ("delivered" or "relayed" or "expanded")).Select(r => r.Address).ToList();
        var addresses = reported is { Count: > 0 } ? reported : AddressesIn(input.Mail.Body).Concat(AddressesIn(input.OwnWords));
        return addresses.Select(MatchKeys.Sender).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most);
    }

    private static HashSet<string> WordsOfNames(AuthorityIndex index, string subject) =>
        [.. index.FindNames(subject).Hits.SelectMany(h => RoundTopic.Words(h.Words))];

    private static IEnumerable<string> AddressesIn(string text)
    {
        const int LongestSide = 100;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && at - start < LongestSide && IsPartOfAnAddress(text[start - 1]))
            {
                start--;
            }

            var end = at + 1;
            while (end < text.Length && end - at < LongestSide && IsPartOfAnAddress(text[end]))
            {
                end++;
            }

            yield return text[start..end].Trim('.');
        }
    }

    private static bool IsPartOfAnAddress(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '\'';
}
