using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>A person says what kind of reply a mail is. Their word stands against every rule.</summary>
public sealed class JudgeMail(RoundBook book, ReadingStore readings, DeliverJudgement deliver, TimeProvider clock)
{
    public async Task RunAsync(MailState mail, ReplyKind kind, Actor by, CancellationToken cancel)
    {
        var read = await readings.VerdictAsync(mail, cancel).ConfigureAwait(false);
        var judgement = new Judgement(kind, 1, [new Evidence("person", "foi judge", by.Name)]);
        var verdict = (read ?? new Verdict { Judgement = judgement }) with { Judgement = judgement, PermanentBounce = kind == ReplyKind.Bounce };
        await deliver.RunAsync(mail, verdict, "person", $"judged by {by.Name}", by, by, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        await book.Mails.DecideAsync(
            mail.Mail, state => state is { JudgedByPerson: true } && state.Kind == kind ? [] : [new MailJudged(kind) { At = now, By = by }], cancel).ConfigureAwait(false);
    }
}
