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
        await deliver.RunAsync(mail, VerdictOf(read, kind, by), "person", $"judged by {by.Name}", by, by, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        await book.Mails.DecideAsync(
            mail.Mail, state => state is { JudgedByPerson: true } && state.Kind == kind ? [] : [new MailJudged(kind) { At = now, By = by }], cancel).ConfigureAwait(false);
    }

    /// <summary>What was read, with a person's word in place of the rules' judgement.</summary>
    internal static Verdict VerdictOf(Verdict? read, ReplyKind kind, Actor by)
    {
        var judgement = new Judgement(kind, 1, [new Evidence("person", "foi judge", by.Name)]);
        return (read ?? new Verdict { Judgement = judgement }) with { Judgement = judgement, PermanentBounce = kind == ReplyKind.Bounce };
    }
}
