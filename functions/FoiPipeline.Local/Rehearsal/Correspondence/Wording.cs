using System.Globalization;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal.Plans;

namespace FoiPipeline.Local.Rehearsal.Correspondence;

/// <summary>The slots of one authority's sentences, and the sentences themselves.</summary>
internal sealed class Wording
{
    private const string Months = "{January|February|March|April|May|June|July|September|October|November|December}";

    private readonly Draw _draw;
    private readonly Dictionary<string, string> _slots;

    public Wording(RehearsalPlan plan, AuthorityPlan of, Persona persona, SentLetter letter, DateTimeOffset written, bool answering)
    {
        var id = of.Authority.Id;
        var facts = plan.DrawFor($"facts/{id}");
        var unit = SupportUnits.All[of.SupportUnit ?? facts.Below(SupportUnits.All.Count)];
        var tenders = facts.Between(2, 24);
        var considered = facts.Between(1, tenders);
        var last = plan.Round.Questions.Count;
        _draw = plan.DrawFor($"words/{id}/{answering}");
        _slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ccg"] = answering && of.AnsweredTogether.Count > 1 ? "each of the CCGs" : of.Authority.Name,
            ["short"] = MailNames.ShortName(of.Authority),
            ["unit"] = unit.Name,
            ["unitmail"] = unit.Mailbox,
            ["several"] = Names(plan, of.AnsweredTogether),
            ["theirs"] = persona.TheirReference,
            ["ours"] = new Reference(plan.Round.ReferencePrefix, id).ToString(),
            ["officer"] = persona.Name,
            ["phone"] = persona.Phone,
            ["topic"] = plan.Round.Subject.Contains("social value", StringComparison.OrdinalIgnoreCase) ? "{social value|the Social Value Act|the Public Services (Social Value) Act}" : "{this subject|the matters you list}",
            ["day"] = Day(letter.Day),
            ["due"] = Day(letter.Day.AddDays(28)),
            ["later"] = Day(Timetable.LondonDay(written).AddDays(facts.Between(7, 27))),
            ["back"] = Day(letter.Day.AddDays(facts.Between(4, 17))),
            ["service"] = facts.Pick(AnswerWording.Services),
            ["service2"] = facts.Pick(AnswerWording.Services),
            ["policy"] = Phrase.Fill(facts.Pick(AnswerWording.Policies), facts, new Dictionary<string, string>(StringComparer.Ordinal)),
            ["month"] = Months,
            ["link"] = $"http://{persona.Site}/{facts.Pick<string>(["about-us/foi", "publications", "downloads/policies", "foi/disclosure-log"])}/{facts.Between(100, 4000)}",
            ["enclosure"] = of.SecondFile switch { SecondFile.PolicyPdf => " (attached)", SecondFile.PolicyLink => ", which you will find at {link}", _ => "" },
            ["m"] = Number(tenders),
            ["k"] = Number(considered),
            ["pct"] = Number((int)Math.Round(100.0 * considered / tenders)),
            ["k1"] = Number(considered),
            ["k2"] = Number(considered + 1),
            ["first"] = "1",
            ["second"] = Number(Math.Min(2, last)),
            ["fourth"] = Number(Math.Min(4, last)),
            ["domain"] = MailNames.Split(of.Authority.FoiAddress).Domain,
        };
    }

    public string Say(IReadOnlyList<string> patterns) => Say(_draw.Pick(patterns));

    public string Say(string pattern)
    {
        var text = Phrase.Fill(pattern, _draw, _slots);
        return text.Length > 0 && !text.StartsWith("http", StringComparison.Ordinal) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    public bool Chance(int percent) => _draw.Chance(percent);

    public int Below(int count) => _draw.Below(count);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Names(RehearsalPlan plan, IReadOnlyList<AuthorityId> ids)
    {
        var names = ids.Select(id => plan.Find(id)!.Authority.Name).ToList();
        return names.Count == 0 ? "" : names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
