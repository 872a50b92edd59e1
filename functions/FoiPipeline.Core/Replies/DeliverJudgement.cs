using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Ports;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Core.Telemetry;

namespace FoiPipeline.Core.Replies;

/// <summary>
/// Carries what a mail was found to be to the requests it answers: received, judged, bounced, queued for classification. Every step looks at
/// what is there already, so it may be run again at any time.
/// </summary>
public sealed class DeliverJudgement(RoundBook book, IWorkQueue queue, TimeProvider clock)
{
    /// <param name="mail">The mail, with the authorities it is credited to.</param>
    /// <param name="verdict">What it is; nothing while it has not been read.</param>
    /// <param name="rung">What attributed it.</param>
    /// <param name="evidence">The words that proved it.</param>
    /// <param name="by">The rule or person that attributed it.</param>
    /// <param name="judge">The rule or person that judged it.</param>
    /// <param name="cancel">Stops between two requests.</param>
    public Task RunAsync(MailState mail, Verdict? verdict, string rung, string evidence, Actor by, Actor judge, CancellationToken cancel) =>
        TracedStep.OfMailAsync("deliver reply", mail.Mail, () => DeliverAsync(mail, verdict, rung, evidence, by, judge, cancel));

    private async Task DeliverAsync(MailState mail, Verdict? verdict, string rung, string evidence, Actor by, Actor judge, CancellationToken cancel)
    {
        foreach (var authority in mail.Authorities)
        {
            var now = clock.GetUtcNow();
            var happenings = new List<RequestEvent>();
            var (appended, state) = await book.Requests.DecideAsync(
                authority.Value, request => happenings = Happenings(request, mail, verdict, rung, evidence, by, judge, now), cancel).ConfigureAwait(false);
            if (appended)
            {
                happenings.ForEach(Count);
            }

            await QueueAsync(state, mail.Mail, judge, cancel).ConfigureAwait(false);
        }
    }

    private static void Count(RequestEvent happening)
    {
        switch (happening)
        {
            case ReplyJudged judged:
                FoiMetrics.ReplyJudged(judged.Kind, judged.By.IsPerson);
                break;
            case LetterBounced bounced:
                FoiMetrics.LetterEnded(bounced.Letter.Kind, Delivery.Bounced);
                break;
        }
    }

    private static List<RequestEvent> Happenings(
        RequestState request, MailState mail, Verdict? verdict, string rung, string evidence, Actor by, Actor judge, DateTimeOffset now)
    {
        var events = new List<RequestEvent>(3);
        if (!request.Exists)
        {
            return events;
        }

        var reply = request.Reply(mail.Mail);
        if (reply is { Detached: true } && !by.IsPerson)
        {
            // What a person took away no rule gives back: it may still work on what the mail's record said before.
            return events;
        }

        if (reply is null || reply.Detached)
        {
            events.Add(new ReplyReceived(mail.Mail, mail.ReceivedAt, mail.From, mail.Subject, mail.MessageId, rung, evidence) { At = now, By = by });
        }

        if (verdict is not null && Changes(reply, verdict, judge))
        {
            var number = (reply?.Judgements ?? 0) + 1;
            events.Add(new ReplyJudged(
                mail.Mail, number, verdict.Judgement.Kind, verdict.Judgement.Confidence, verdict.Judgement.Evidence, verdict.PermanentBounce,
                verdict.TheirReference, verdict.ContentHash) { At = now, By = judge });
            if (verdict is { Judgement.Kind: ReplyKind.Bounce, PermanentBounce: true } && Bounced(request, mail, verdict) is { } letter)
            {
                events.Add(new LetterBounced(letter.Id, mail.Mail, verdict.BounceWords) { At = now, By = judge });
            }
        }

        return events;
    }

    // A rule judges a reply once and never against a person; a person's word replaces what was there.
    private static bool Changes(ReplyState? reply, Verdict verdict, Actor judge) =>
        reply?.Kind is null || (judge.IsPerson && !(reply.JudgedByPerson && reply.Kind == verdict.Judgement.Kind));

    private static LetterState? Bounced(RequestState request, MailState mail, Verdict verdict)
    {
        bool IsNamed(LetterState l) => l.MessageId.Length > 0 && l.MessageId.Equals(verdict.BouncedMessageId, StringComparison.OrdinalIgnoreCase);
        bool IsAddressed(LetterState l) => verdict.BouncedAddresses.Contains(l.To, StringComparer.OrdinalIgnoreCase);

        // A second report on a letter that came back already says nothing about the one that was sent after it. A report that names neither a
        // letter nor an address of ours (a mailbox behind the address failed) can only mean the latest.
        var sent = request.Letters.Where(l => l.Delivery == Delivery.Sent && l.SentAt <= mail.ReceivedAt.AddMinutes(5)).ToList();
        return request.Letters.Any(IsNamed) ? sent.FindLast(IsNamed)
            : request.Letters.Any(IsAddressed) ? sent.FindLast(IsAddressed)
            : sent.LastOrDefault();
    }

    /// <summary>The message goes first and the event after it: between the two a crash costs a second message, never a lost response.</summary>
    private async Task QueueAsync(RequestState request, string mail, Actor by, CancellationToken cancel)
    {
        if (!Waits(request, mail))
        {
            return;
        }

        await queue.SendAsync(ReplyMessages.ClassifyQueue, ReplyMessages.Write(new ClassifyMessage(request.Reference, mail)), cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        await book.Requests.DecideAsync(
            request.Authority.Value,
            state => Waits(state, mail) ? [new ResponseQueued(mail, state.Reply(mail)!.Judgements, state.Reply(mail)!.Kind!.Value) { At = now, By = by }] : [],
            cancel).ConfigureAwait(false);
    }

    // The same answer sent twice is one response.
    private static bool Waits(RequestState request, string mail) =>
        request.Reply(mail) is { IsResponse: true, Queued: false } reply
        && !request.Replies.Any(r => r.Mail != mail && r is { Queued: true, Detached: false } && r.ContentHash is not null && r.ContentHash == reply.ContentHash);
}
