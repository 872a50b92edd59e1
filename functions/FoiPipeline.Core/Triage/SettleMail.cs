using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>A person has done what a mail asked for: it leaves the triage list and stays a reply.</summary>
public sealed class SettleMail(RoundBook book, TimeProvider clock)
{
    public async Task RunAsync(MailState mail, string how, Actor by, CancellationToken cancel)
    {
        if (mail.Doubt is not null)
        {
            throw new TriageException($"First say whose reply it is (foi attach {MailTriage.Short(mail)} CODE) or that it is none (foi set-aside {MailTriage.Short(mail)}).");
        }

        var now = clock.GetUtcNow();
        await book.Mails.DecideAsync(
            mail.Mail, state => state.Settled is null ? [new MailSettled(how) { At = now, By = by }] : [], cancel).ConfigureAwait(false);
    }
}
