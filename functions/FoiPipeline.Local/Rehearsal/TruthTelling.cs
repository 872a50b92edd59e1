using System.Security.Cryptography;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal;

/// <summary>Gathers the truth from the plan and from what has arrived.</summary>
internal sealed class TruthTelling(RehearsalPlan plan, RehearsalStore store, Func<PlannedMail, LetterId, byte[]> bytes)
{
    public RehearsalTruth Tell()
    {
        var arrived = store.Arrived();
        var answered = arrived.Where(a => a.Mail.Event == MailEvent.Answer)
            .SelectMany(a => TruthOfMails.Of(plan.Find(a.Mail.Authority)!, a.Mail.Event, "").Authorities).ToHashSet();
        var acceptances = store.Acceptances();
        var letters = CountByAuthority(acceptances);
        return new RehearsalTruth
        {
            Requests = plan.Authorities.ToDictionary(a => a.Authority.Id, a => Request(a, answered.Contains(a.Authority.Id), letters.GetValueOrDefault(a.Authority.Id))),
            Acceptances = acceptances,
            Mails = Mails(arrived),
            Delivered = arrived.Count,
            UsersFiles = arrived.Count(a => a.Mail.Event == MailEvent.UsersFile),
        };
    }

    private static RequestTruth Request(AuthorityPlan of, bool answered, int letters) =>
        new(of.Authority.Id, of.Final, answered && of.IsUsable, answered ? TruthOfMails.OutcomesOf(of.Final) : [], letters);

    private Dictionary<string, MailTruth> Mails(List<(PlannedMail Mail, LetterId Letter, string? Sha256)> arrived)
    {
        var mails = new Dictionary<string, MailTruth>(StringComparer.Ordinal);
        foreach (var (mail, letter, known) in arrived.Where(a => a.Mail.Event != MailEvent.UsersFile))
        {
            var sha256 = known ?? Convert.ToHexStringLower(SHA256.HashData(bytes(mail, letter)));
            mails.TryAdd(sha256, TruthOfMails.Of(plan.Find(mail.Authority)!, mail.Event, sha256));
        }

        return mails;
    }

    private static Dictionary<AuthorityId, int> CountByAuthority(Dictionary<string, int> acceptances)
    {
        var counts = new Dictionary<AuthorityId, int>();
        foreach (var (messageId, times) in acceptances)
        {
            if (LetterMessageId.TryParse(messageId, out var letter))
            {
                counts[letter.Authority] = counts.GetValueOrDefault(letter.Authority) + times;
            }
        }

        return counts;
    }
}
