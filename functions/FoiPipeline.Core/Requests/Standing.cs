using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Replies;

namespace FoiPipeline.Core.Requests;

/// <summary>
/// Where a request stands on a day, on four separate axes. Reckoned anew each time: what is late depends on the day, and a bank holiday
/// announced later must change the answer.
/// </summary>
/// <param name="Delivery">How far the request itself (the first letter, or the one sent again) has got.</param>
/// <param name="Correspondence">What has come back.</param>
/// <param name="Turn">Who has to do the next thing.</param>
/// <param name="Clock">The statutory clock.</param>
/// <param name="Outcome">What it has come to.</param>
/// <param name="AnsweredOn">London day of the first response.</param>
public sealed record Standing(Delivery Delivery, Correspondence Correspondence, Turn Turn, Clock Clock, Outcome Outcome, DateOnly? AnsweredOn)
{
    /// <summary>Answered in substance: information, some of it, none held, or a refusal.</summary>
    public bool IsAnswered => Outcome is Outcome.Full or Outcome.Partial or Outcome.NotHeld or Outcome.Refused;

    /// <summary>The answer can be interpreted by the study: 'not held' tells something, a refusal does not.</summary>
    public bool IsUsable => Outcome is Outcome.Full or Outcome.Partial or Outcome.NotHeld;

    public static Standing Of(RequestState request, DateOnly today)
    {
        var letter = request.Letters.LastOrDefault(l => l.Id.Kind is LetterKind.Initial or LetterKind.Resend);
        var replies = request.Replies.Where(r => r.IsSettled).OrderBy(r => r.ReceivedAt).ToList();
        var delivered = Delivered(request, replies);
        var response = replies.Find(r => r.IsResponse);
        var answeredOn = response is null ? (DateOnly?)null : LondonDay.Of(response.ReceivedAt);
        var asked = OpenClarification(request, replies, response);
        return new Standing(
            letter?.Delivery ?? Delivery.Queued,
            CorrespondenceOf(replies),
            TurnOf(request, letter, response, asked, replies),
            ClockOf(request, delivered ?? letter, replies, asked, answeredOn, today),
            OutcomeOf(request, replies),
            answeredOn);
    }

    /// <summary>
    /// The letter that made the authority receive the request: the first that arrived. Sending it again changes nothing, unless the first met somebody
    /// absent who named another mailbox; then receipt is when the letter reaches that one.
    /// </summary>
    private static LetterState? Delivered(RequestState request, List<ReplyState> replies)
    {
        LetterState? first = null;
        foreach (var letter in request.Letters.Where(l => l is { Id.Kind: LetterKind.Initial or LetterKind.Resend, Delivery: Delivery.Sent }))
        {
            if (first is null || replies.Exists(r => r.Kind == ReplyKind.OutOfOffice && r.ReceivedAt > first.SentAt && r.ReceivedAt < letter.SentAt))
            {
                first = letter;
            }
        }

        return first;
    }

    // The clarification that still waits for our answer to leave: nothing we sent afterwards answers it.
    private static ReplyState? OpenClarification(RequestState request, List<ReplyState> replies, ReplyState? response) =>
        replies.FindLast(r => r.Kind == ReplyKind.Clarification) is { } asked
        && (response is null || response.ReceivedAt < asked.ReceivedAt)
        && !request.Letters.Any(l => l is { Id.Kind: LetterKind.Clarification, Delivery: Delivery.Sent } && l.SentAt > asked.ReceivedAt)
            ? asked
            : null;

    private static Correspondence CorrespondenceOf(List<ReplyState> replies)
    {
        var standing = Correspondence.Silent;
        foreach (var reply in replies)
        {
            switch (reply.Kind)
            {
                case ReplyKind.Bounce or ReplyKind.OutOfOffice or ReplyKind.Other:
                    break;
                case ReplyKind.AutoAcknowledgement or ReplyKind.Acknowledgement:
                    standing = standing == Correspondence.Silent ? Correspondence.Acknowledged : standing;
                    break;
                default:
                    return Correspondence.InConversation;
            }
        }

        return standing;
    }

    private static Turn TurnOf(RequestState request, LetterState? letter, ReplyState? response, ReplyState? asked, List<ReplyState> replies)
    {
        if (request.Withdrawn is not null || (response is not null && asked is null))
        {
            return Turn.Nobodys;
        }

        if (asked is not null || letter?.Delivery != Delivery.Sent)
        {
            return Turn.Ours;
        }

        return replies.Exists(r => r.Kind is ReplyKind.FeesNotice or ReplyKind.Transfer) ? Turn.Ours : Turn.Theirs;
    }

    /// <param name="letter">The one by which the request was received; the latest where none was.</param>
    private static Clock ClockOf(
        RequestState request, LetterState? letter, List<ReplyState> replies, ReplyState? asked, DateOnly? answeredOn, DateOnly today)
    {
        if (letter is not { Delivery: Delivery.Sent, SentAt: { } sentAt })
        {
            return new Clock(ClockRun.NotStarted, null, null, null, null, 0, NotReceived(letter));
        }

        // Only what answers a clarification that was sought starts the time again (s.1(3)); what we write unasked does not.
        var clarified = request.Letters.LastOrDefault(l => l is { Id.Kind: LetterKind.Clarification, Delivery: Delivery.Sent }
            && replies.Exists(r => r.Kind == ReplyKind.Clarification && r.ReceivedAt < l.SentAt));
        var received = LondonDay.Of(clarified?.SentAt is { } again && again > sentAt && !AnsweredBefore(answeredOn, again) ? again : sentAt);
        if (!DueDates.TryCompute(received, null, out var dates, out var problem))
        {
            return new Clock(ClockRun.Running, received, null, null, null, 0, problem);
        }

        var run = request.Withdrawn is not null || (answeredOn is not null && asked is null) ? ClockRun.Stopped
            : asked is not null ? ClockRun.Paused
            : ClockRun.Running;
        var withdrawnOn = request.WithdrawnAt is { } at ? LondonDay.Of(at) : (DateOnly?)null;
        var until = run == ClockRun.Paused ? received : answeredOn ?? withdrawnOn ?? today;

        // Past the end of the table of holidays lateness is not counted on: it is late all the same, and no invented number is shown.
        until = until < WorkingDays.Uk.Holidays.LastDay ? until : WorkingDays.Uk.Holidays.LastDay;
        return new Clock(
            run, received, dates.Strict, dates.Lenient, dates.Ceiling, WorkingDays.Uk.CountAfter(dates.Strict, until), Because(run, received, clarified, asked, dates));
    }

    private static bool AnsweredBefore(DateOnly? answeredOn, DateTimeOffset moment) => answeredOn is { } day && day < LondonDay.Of(moment);

    private static string NotReceived(LetterState? letter) => letter?.Delivery switch
    {
        Delivery.Bounced => "The letter came back, so in law nothing was received.",
        Delivery.Refused => "The mail server did not take the letter, so nothing was received.",
        Delivery.Unconfirmed or Delivery.Sending => "It is not known yet whether the letter left.",
        _ => "The letter has not been sent.",
    };

    private static string Because(ClockRun run, DateOnly received, LetterState? clarified, ReplyState? asked, DueDates dates)
    {
        var start = clarified is not null && clarified.SentAt is { } at && LondonDay.Of(at) == received
            ? $"our clarification was delivered on {Day(received)}, which starts the 20 working days again"
            : $"received on {Day(received)}";
        var holidays = dates.Because.Where(s => s.Reason != SkipReason.Weekend).Select(s => s.ToString()).ToList();
        var skipping = holidays.Count == 0 ? "only weekends between" : $"not counted besides weekends: {string.Join("; ", holidays)}";
        var paused = run == ClockRun.Paused ? $" Paused since {Day(LondonDay.Of(asked!.ReceivedAt))}: clarification sought (s.1(3))." : "";
        return $"{char.ToUpperInvariant(start[0])}{start[1..]}; {skipping}.{paused}";
    }

    private static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static Outcome OutcomeOf(RequestState request, List<ReplyState> replies)
    {
        bool Has(ReplyKind kind) => replies.Exists(r => r.Kind == kind);

        // What was answered stays answered: withdrawing afterwards takes no number away.
        return Has(ReplyKind.Full) ? Outcome.Full
            : Has(ReplyKind.Partial) ? Outcome.Partial
            : Has(ReplyKind.NotHeld) ? Outcome.NotHeld
            : Has(ReplyKind.Refusal) ? Outcome.Refused
            : request.Withdrawn is not null ? Outcome.Withdrawn
            : Has(ReplyKind.Transfer) ? Outcome.Transferred
            : Outcome.None;
    }
}
