using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Mails;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Core.Triage;

/// <summary>A person says that a mail is no reply of this round. It is kept; requests it was credited to lose it.</summary>
public sealed class SetAsideMail(RoundBook book, AttachMail attach, TimeProvider clock)
{
    public async Task RunAsync(MailState mail, string why, Actor by, CancellationToken cancel)
    {
        await attach.DetachAsync(mail, [], $"set aside: {why}", by, cancel).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        await book.Mails.DecideAsync(
            mail.Mail, state => state.SetAside is null ? [new MailSetAside(why, null) { At = now, By = by }] : [], cancel).ConfigureAwait(false);
    }
}
