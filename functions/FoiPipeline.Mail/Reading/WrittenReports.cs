using System.Text.RegularExpressions;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Mailing.Reading;

/// <summary>
/// Delivery reports in plain words, as qmail, Exim, Domino, older Exchange and gateways write them. Taken for one only where the header says that a
/// mail system wrote, the text says that something was not delivered, and an address stands where such systems put the one they could not reach.
/// </summary>
internal static partial class WrittenReports
{
    private const int MostRead = 64 * 1024;
    private const int MostRecipients = 100;
    private const int LongestDiagnostic = 300;

    private static readonly string[] MailSystems = ["mailer-daemon", "mailerdaemon", "mail-daemon", "postmaster", "post_master", "mdaemon"];

    /// <summary>Fields that only the copy of the original has; our own letter begins there.</summary>
    private static readonly string[] FirstFields = ["Received:", "Return-Path:", "Message-ID:", "DKIM-Signature:", "X-Received:", "MIME-Version:"];

    /// <param name="header">The report's own header.</param>
    /// <param name="body">The report's text; the original may stand below it.</param>
    /// <param name="original">The original, where it is a part of its own.</param>
    public static DeliveryReport? Read(HeaderFields header, string body, MimeEntity? original)
    {
        if (!IsFromMailSystem(header))
        {
            return null;
        }

        var lines = (body.Length > MostRead ? body[..MostRead] : body).Split('\n');
        var own = lines.TakeWhile(line => !IsField(line, FirstFields)).ToList();
        var words = $"{header.Decoded("Subject")}\n{string.Join('\n', own)}";
        if (!Failure().IsMatch(words))
        {
            return null;
        }

        var recipients = Recipients(header, own, words);
        var copy = original is null ? lines.Skip(own.Count) : Charsets.Guess(Start(original)).Split('\n');
        var fields = copy.Select(line => line.TrimEnd('\r')).ToList();
        return recipients.Count == 0 ? null : new DeliveryReport
        {
            Recipients = recipients,
            OriginalMessageId = MessageIds.Parse(Value(fields, "Message-ID:")) is [var id, ..] ? id : "",
            OriginalSubject = EncodedWords.Decode(Value(fields, "Subject:")),
        };
    }

    private static bool IsFromMailSystem(HeaderFields header) =>
        header.Has("X-Failed-Recipients")
        || (AddressList.Parse(header.Text("From")) is [var from, ..]
            && (MailSystems.Any(name => from.Address.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                || from.Name.StartsWith("mail delivery", StringComparison.OrdinalIgnoreCase)
                || from.Name.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase)));

    private static List<DeliveryReportRecipient> Recipients(HeaderFields header, List<string> own, string words)
    {
        var action = Delay().IsMatch(words) && !GivenUp().IsMatch(words) ? "delayed" : "failed";
        var status = StatusCode().Match(words) is { Success: true } code ? code.Groups["status"].Value : "";
        var ours = AddressList.Parse(header.Text("To")).Select(a => a.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = Named(own).Where(found => !ours.Contains(found.Address)).ToList();
        var listed = AddressList.Parse(header.Text("X-Failed-Recipients")).Where(a => a.Address.Length > 0).Select(a => a.Address).ToList();
        return [.. (listed.Count > 0 ? listed : named.Select(n => n.Address))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostRecipients)
            .Select(address => new DeliveryReportRecipient(address, action, status, Diagnostic(named, address)))];
    }

    private static string Diagnostic(List<(string Address, string Words)> named, string address) =>
        named.Find(n => n.Address.Equals(address, StringComparison.OrdinalIgnoreCase)).Words ?? "";

    /// <summary>The addresses that lines begin with, each with what is said of it there or on the next line.</summary>
    private static IEnumerable<(string Address, string Words)> Named(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Recipient().Match(lines[i]) is { Success: true } found)
            {
                var words = found.Groups["words"].Value.Trim(' ', '.', ':');
                words = words.Length == 0 && i + 1 < lines.Count ? lines[i + 1].Trim() : words;
                yield return (found.Groups["address"].Value, words.Length > LongestDiagnostic ? words[..LongestDiagnostic] : words);
            }
        }
    }

    private static ReadOnlySpan<byte> Start(MimeEntity original)
    {
        var content = original.Decode(new ProblemList()).Span;
        return content[..Math.Min(content.Length, MostRead)];
    }

    private static bool IsField(string line, IEnumerable<string> names) => names.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first field of that name with the lines that continue it; empty where there is none.</summary>
    private static string Value(List<string> lines, string name)
    {
        var index = lines.FindIndex(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? "" : string.Concat(lines.Skip(index + 1).TakeWhile(line => line.Length > 0 && line[0] is ' ' or '\t').Prepend(lines[index][name.Length..])).Trim();
    }

    [GeneratedRegex(@"^\s*<?(?<address>[^\s<>@:""]{1,64}@[^\s<>@:;,""]{1,255})>?(?<words>(:| on |\.\.\.).*)?\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipient();

    [GeneratedRegex(
        @"\b(not|n't|un)(able)?( yet)?( be(en)?)?( to)? ?deliver(ed|able)?\b|\bdid not reach\b|\bdelivery\b.{0,80}\b(failed|failure|delayed|error)\b|\breturned mail\b|\bfailure (notice|reasons)\b|\b(fatal|permanent) errors?\b|\bfailed recipients\b|\baddress(es)?(\(es\))? failed\b|\bnot listed in\b|\bundelivered\b|\bdelays? (in|of) deliver",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Failure();

    [GeneratedRegex(
        @"\bdelay(s|ed)?\b|\bwarning message only\b|\bwill be retried\b|\bkeep trying\b|\bstill undelivered\b|\bnot yet been delivered\b|\battempts will continue\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\bpermanent(ly)?\b|\bgiv(en|ing) up\b|\bdelivery failed\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex GivenUp();

    /// <summary>An enhanced status code (RFC 3463), not a part of an address of a host.</summary>
    [GeneratedRegex(@"(^|[\s#(\[-])(?<status>[45]\.[0-9]{1,3}\.[0-9]{1,3})($|[\s)\],;:])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StatusCode();
}
