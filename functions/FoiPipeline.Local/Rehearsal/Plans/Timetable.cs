using System.Globalization;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Local.Rehearsal.Plans;

/// <summary>
/// When the mails of a plan fall due. Only the London day on which a letter was received counts, never the minute; machines answer in the small hours
/// of the next day and people in office hours of later working days, so that nothing is ever due before the letter that causes it.
/// </summary>
internal sealed class Timetable(RehearsalPlan plan, Func<DateOnly, bool> isWorkingDay)
{
    /// <summary>A calendar without a working day in this many days is broken; then any day will do.</summary>
    private const int LongestRest = 30;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly LondonDay(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>The moment at a London wall-clock time, expressed with London's offset of that day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, London.GetUtcOffset(local));
    }

    /// <summary>The report that a letter to a wrong address gets.</summary>
    public IEnumerable<PlannedMail> ForBounce(LetterId letter, DateOnly received) =>
        [Overnight(letter.Authority, MailEvent.HardBounce, received, letter.ToString())];

    /// <summary>All that follows from a letter that reached the right mailbox.</summary>
    public IEnumerable<PlannedMail> ForRequest(AuthorityPlan authority, DateOnly received)
    {
        var id = authority.Authority.Id;
        if (authority.DelayReported)
        {
            yield return Overnight(id, MailEvent.DelayNotice, received);
        }

        if (authority.OutOfOffice)
        {
            yield return Overnight(id, MailEvent.OutOfOffice, received);
        }

        if (authority.Acknowledged == AcknowledgedBy.Machine)
        {
            yield return Overnight(id, MailEvent.AutoAcknowledgement, received);
        }
        else if (authority.Acknowledged == AcknowledgedBy.Person)
        {
            var latest = authority.Answers && !authority.AsksClarification ? Math.Max(1, authority.AnswerDays.First - 1) : 3;
            yield return InOffice(id, MailEvent.Acknowledgement, received, Math.Min(latest, AcknowledgementDay(id)));
        }

        foreach (var mail in HoldingMails(authority, received))
        {
            yield return mail;
        }

        if (authority.AsksClarification)
        {
            yield return InOffice(id, MailEvent.Clarification, received, plan.DrawFor($"ask/{id}").Between(4, 8));
        }
        else if (authority.Answers && authority.AnsweredTogether.Count == 0)
        {
            foreach (var mail in Answer(authority, received))
            {
                yield return mail;
            }
        }
    }

    /// <summary>The answer and what comes after it, counted from the letter that set the clock going.</summary>
    public IEnumerable<PlannedMail> Answer(AuthorityPlan authority, DateOnly received)
    {
        if (!authority.Answers || !authority.LeadsAnswer)
        {
            yield break;
        }

        var id = authority.Authority.Id;
        var day = AnswerDay(authority, received);
        var answer = InOffice(id, MailEvent.Answer, received, day);
        yield return answer;
        if (authority.AfterAnswer != AfterAnswer.Nothing)
        {
            yield return InOffice(id, MailEvent.AfterAnswer, received, day + plan.DrawFor($"after/{id}").Between(1, 7));
        }

        if (authority.SecondDelivery != SecondDelivery.None)
        {
            // The second delivery names the moment of the first: its bytes are made from that.
            var first = answer.Due.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            yield return InOffice(id, MailEvent.SecondDelivery, received, day + plan.DrawFor($"twice/{id}").Between(1, 3), first);
        }
    }

    public PlannedMail Stray(AuthorityId id, DateOnly received) => InOffice(id, MailEvent.Stray, received, plan.DrawFor($"stray/{id}").Between(1, 25));

    public PlannedMail UsersFile(AuthorityId id, DateOnly received, string file) =>
        InOffice(id, MailEvent.UsersFile, received, plan.DrawFor($"file/{file}").Between(1, 20), file);

    private IEnumerable<PlannedMail> HoldingMails(AuthorityPlan authority, DateOnly received)
    {
        var id = authority.Authority.Id;
        if (authority.SendsFeesNotice)
        {
            yield return InOffice(id, MailEvent.FeesNotice, received, plan.DrawFor($"fees/{id}").Between(4, 8));
        }

        if (authority.Extends)
        {
            yield return InOffice(id, MailEvent.Extension, received, plan.DrawFor($"extend/{id}").Between(17, 20));
        }

        if (authority.SaysLate)
        {
            yield return InOffice(id, MailEvent.Extension, received, 20);
        }
    }

    /// <summary>60% of people acknowledge on the first working day, 90% by the third.</summary>
    private int AcknowledgementDay(AuthorityId id)
    {
        var draw = plan.DrawFor($"acknowledge/{id}");
        return draw.Below(100) switch { < 60 => 1, < 78 => 2, < 92 => 3, _ => draw.Between(4, 6) };
    }

    /// <summary>Of two days drawn a Friday wins: answers leave before the weekend.</summary>
    private int AnswerDay(AuthorityPlan authority, DateOnly received)
    {
        var draw = plan.DrawFor($"answer/{authority.Authority.Id}");
        var days = authority.AnswerDays;
        var (first, second) = (draw.Between(days.First, days.Last), draw.Between(days.First, days.Last));
        var chosen = Add(received, second).DayOfWeek == DayOfWeek.Friday ? second : first;

        // The word that an answer will be late or needs longer goes out on day 20 at the latest, and the answer never on the same day.
        return authority.SaysLate || authority.Extends ? Math.Max(chosen, 21) : chosen;
    }

    private PlannedMail Overnight(AuthorityId id, MailEvent what, DateOnly received, string detail = "")
    {
        var draw = plan.DrawFor($"night/{what}/{id}/{detail}");
        return new PlannedMail(id, what, detail, At(received.AddDays(1), new TimeOnly(draw.Between(2, 5), draw.Below(60), draw.Below(60))));
    }

    private PlannedMail InOffice(AuthorityId id, MailEvent what, DateOnly received, int workingDays, string detail = "")
    {
        var draw = plan.DrawFor($"office/{what}/{id}/{detail}");
        var time = new TimeOnly(8, 35).AddMinutes(draw.Below(9 * 60)).Add(TimeSpan.FromSeconds(draw.Below(60)));
        return new PlannedMail(id, what, detail, At(Add(received, workingDays), time));
    }

    private DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--)
        {
            var rest = 0;
            do
            {
                day = day.AddDays(1);
            }
            while (++rest < LongestRest && !isWorkingDay(day));
        }

        return day;
    }
}
