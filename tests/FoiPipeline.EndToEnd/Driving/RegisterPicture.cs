using System.Text.Json;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.EndToEnd.Driving;

/// <summary>
/// What a register amounts to, one fact a line, in an order of its own: two rounds went the same way exactly when their pictures are the same. Left
/// out is what an interruption may change: minutes, attempts, and how often one message was queued.
/// </summary>
internal static class RegisterPicture
{
    public static string Of(string data)
    {
        using var register = DataFile.Register(data);
        using var server = DataFile.MailServer(data);
        var today = RoundDay(data);
        var facts = Requests(register).SelectMany(r => FactsOf(r, today))
            .Concat(Mails(register).Select(FactOf))
            .Concat(register.Texts("SELECT DISTINCT body FROM message WHERE queue = 'classify'").Select(b => $"to classify {b}"))
            .Concat(register.Texts("SELECT body FROM message WHERE queue <> 'classify'").Select(b => $"unfinished message {b}"))
            .Concat(register.Texts("SELECT list || ' ' || name FROM work WHERE list <> 'triage'").Select(w => $"unfinished work {w}"))
            .Concat(server.Texts("SELECT message_id || ' ' || times FROM accepted").Select(a => $"accepted {a}"));
        return string.Join('\n', facts.Order(StringComparer.Ordinal));
    }

    /// <summary>The facts that only one of two pictures shows: <c>-</c> those that are missing, <c>+</c> those that are too many.</summary>
    public static string Differences(string expected, string actual)
    {
        var (one, other) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', one.Except(other).Select(f => $"- {f}").Concat(other.Except(one).Select(f => $"+ {f}")));
    }

    /// <summary>Mails that came to the mailbox and that the register does not know, or has not looked at.</summary>
    public static IReadOnlyList<string> LostMails(string data)
    {
        using var register = DataFile.Register(data);
        using var server = DataFile.MailServer(data);
        var known = Mails(register).Where(m => m.Matched).Select(m => m.Mail).ToHashSet(StringComparer.Ordinal);
        return [.. server.Rows("SELECT key, sha256 FROM mail WHERE uid IS NOT NULL", r => (Key: r.GetString(0), Hash: r.IsDBNull(1) ? "" : r.GetString(1)))
            .Where(m => !known.Contains(m.Hash)).Select(m => m.Key)];
    }

    /// <summary>Message-IDs that the mail server took more than once.</summary>
    public static IReadOnlyList<string> SentTwice(string data)
    {
        using var server = DataFile.MailServer(data);
        return server.Texts("SELECT message_id FROM accepted WHERE times > 1");
    }

    public static List<RequestState> Requests(DataFile register) =>
        [.. register.Texts("SELECT summary FROM stream WHERE name LIKE 'request/%'").Select(s => JsonSerializer.Deserialize(s, CoreJson.Default.RequestState)!)];

    public static List<MailState> Mails(DataFile register) =>
        [.. register.Texts("SELECT summary FROM stream WHERE name LIKE 'mail/%'").Select(s => JsonSerializer.Deserialize(s, CoreJson.Default.MailState)!)];

    private static DateOnly RoundDay(string data) => DateOnly.FromDateTime(
        DateTime.Parse(File.ReadAllText(Path.Combine(data, "rehearsal", "clock")), System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string> FactsOf(RequestState request, DateOnly today)
    {
        yield return $"request {request.Authority} {JsonSerializer.Serialize(Standing.Of(request, today), FoiJson.Compact)} theirs [{string.Join(", ", request.TheirReferences.Order(StringComparer.Ordinal))}]";
        foreach (var letter in request.Letters)
        {
            yield return $"letter {letter.Id} {letter.Delivery} to {letter.To} as {letter.MessageId}";
        }

        foreach (var reply in request.Replies)
        {
            yield return $"reply {request.Authority} {reply.Mail} {reply.Kind} received {reply.ReceivedAt:O}{(reply.Detached ? " detached" : "")}{(reply.Queued ? " queued" : "")}";
        }
    }

    private static string FactOf(MailState mail) =>
        $"mail {mail.Mail} of [{string.Join(", ", mail.Authorities.Order())}] {mail.Kind} matched {mail.Matched} read {mail.Reading} aside [{mail.SetAside}] settled [{mail.Settled}] received {mail.ReceivedAt:O}";
}
