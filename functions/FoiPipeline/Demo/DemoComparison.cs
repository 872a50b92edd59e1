using System.Diagnostics;
using FoiPipeline.Composition;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Letters;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Requests;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;

namespace FoiPipeline.Demo;

/// <summary>Compares what the register says with what the simulator knows to be true, and hides nothing.</summary>
internal sealed class DemoComparison(OpenedRound round)
{
    public async Task<DemoResult> ReportAsync(StoreChoice store, Stopwatch watch, CancellationToken cancel)
    {
        var truth = round.Rehearsal.Truth();
        var status = await round.Pipeline.Status.RunAsync(null, cancel).ConfigureAwait(false);
        var mails = new List<MailState>();
        await foreach (var mail in round.Pipeline.Book.Mails.ListAsync(cancel).ConfigureAwait(false))
        {
            mails.Add(mail);
        }

        var triage = await round.Pipeline.Triage.RunAsync(cancel).ConfigureAwait(false);
        var waiting = triage.Where(t => t.IsMail).Select(t => t.Subject).ToHashSet(StringComparer.Ordinal);
        var report = new DemoReport
        {
            Round = round.Pipeline.Book.Round.Name,
            Authorities = status.Asked,
            Letters = await LettersAsync(truth, cancel).ConfigureAwait(false),
            Replies = new DemoReplies(
                mails.Count,
                mails.Count(m => m.Authorities.Count > 0 && m.SetAside is null),
                mails.Count(m => m.NeededPerson || waiting.Contains(m.Mail)),
                truth.Mails.Keys.Except(mails.Where(m => m.Matched).Select(m => m.Mail), StringComparer.Ordinal).Count()),
            Response = new DemoResponse(
                status.Response.Answered, status.Response.Usable, status.Asked, Math.Round(status.Response.Rate, 4), Math.Round(status.Response.UsableRate, 4)),
            QueuedForClassification = status.QueuedForClassification,
            AgainstTruth = await CompareAsync(truth, mails, cancel).ConfigureAwait(false),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 1),
            Data = store.Folder,
        };
        return new DemoResult(report, status, triage, store.Azure);
    }

    private async Task<DemoLetters> LettersAsync(RehearsalTruth truth, CancellationToken cancel)
    {
        var (sent, bounced, resent, clarified) = (0, 0, 0, 0);
        await foreach (var request in round.Pipeline.Book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            sent += request.Letters.Count(l => l.Id.Kind == LetterKind.Initial && l.SentAt is not null);
            bounced += request.Letters.Count(l => l is { Id.Kind: LetterKind.Initial, Delivery: Delivery.Bounced });
            resent += request.Letters.Count(l => l.Id.Kind == LetterKind.Resend && l.SentAt is not null);
            clarified += request.Letters.Count(l => l.Id.Kind == LetterKind.Clarification && l.SentAt is not null);
        }

        return new DemoLetters(sent, bounced, resent, clarified, truth.LettersSentTwice.Count());
    }

    private async Task<DemoTruth> CompareAsync(RehearsalTruth truth, List<MailState> mails, CancellationToken cancel)
    {
        var (misattributed, right, all) = (0, 0, 0);
        var confused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var mail in mails)
        {
            if (!truth.Mails.TryGetValue(mail.Mail, out var known))
            {
                continue;
            }

            misattributed += (await AttributedByRuleAsync(mail, cancel).ConfigureAwait(false)).Except(known.Authorities).Any() ? 1 : 0;
            if (await JudgedByRuleAsync(mail, cancel).ConfigureAwait(false) is not { } kind)
            {
                continue;
            }

            all++;
            if (known.AcceptableKinds.Contains(kind))
            {
                right++;
            }
            else
            {
                var pair = $"{known.Kind} as {kind}";
                confused[pair] = confused.GetValueOrDefault(pair) + 1;
            }
        }

        var answered = truth.Requests.Values.Count(r => r.Outcomes.Any(o => o is ReplyKind.Full or ReplyKind.Partial or ReplyKind.NotHeld or ReplyKind.Refusal));
        return new DemoTruth(misattributed, right, all, confused, answered, truth.Answered, truth.Asked == 0 ? 0 : Math.Round((double)answered / truth.Asked, 4),
            await DifferingAsync(truth, cancel).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<string>> DifferingAsync(RehearsalTruth truth, CancellationToken cancel)
    {
        var differing = new List<string>();
        var today = LondonDay.Of(round.Clock.GetUtcNow());
        await foreach (var request in round.Pipeline.Book.Requests.ListAsync(cancel).ConfigureAwait(false))
        {
            var known = truth.Requests[request.Authority];
            var outcome = Standing.Of(request, today).Outcome;
            if (known.Outcomes.Count == 0 ? outcome is not (Outcome.None or Outcome.Transferred) : !known.Outcomes.Select(OutcomeOf).Contains(outcome))
            {
                differing.Add($"{request.Reference}: {(known.Outcomes.Count == 0 ? known.Final.ToString() : string.Join(" or ", known.Outcomes))}, register {outcome}");
            }
        }

        return differing;
    }

    private static Outcome OutcomeOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Full => Outcome.Full,
        ReplyKind.Partial => Outcome.Partial,
        ReplyKind.NotHeld => Outcome.NotHeld,
        ReplyKind.Refusal => Outcome.Refused,
        ReplyKind.Transfer => Outcome.Transferred,
        _ => Outcome.None,
    };

    // The first attribution is the rules' own; what a person said later is not theirs to be praised or blamed for.
    private async Task<IReadOnlyList<AuthorityId>> AttributedByRuleAsync(MailState mail, CancellationToken cancel)
    {
        if (!mail.NeededPerson)
        {
            return mail.Authorities;
        }

        await foreach (var happening in round.Pipeline.Book.Mails.EventsAsync(mail.Mail, cancel).ConfigureAwait(false))
        {
            if (happening is MailMatched { By.IsPerson: false } matched)
            {
                return matched.Authorities;
            }
        }

        return [];
    }

    private async Task<ReplyKind?> JudgedByRuleAsync(MailState mail, CancellationToken cancel)
    {
        if (!mail.JudgedByPerson)
        {
            return mail.Kind;
        }

        await foreach (var happening in round.Pipeline.Book.Mails.EventsAsync(mail.Mail, cancel).ConfigureAwait(false))
        {
            if (happening is TextExtracted extracted)
            {
                return extracted.Kind;
            }
        }

        return null;
    }
}
