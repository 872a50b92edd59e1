using System.CommandLine;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi set-aside 5f3a9c --why "newsletter"</c>: no reply of this round.</summary>
internal static class SetAsideCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var why = MailOptions.Why();
        return Verb.MakeToCarryOn(common, "set-aside", "Say that a mail is no reply of this round. It is kept.", [mail, why], async (parsed, round, cancel) =>
        {
            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            await round.Pipeline.SetAside.RunAsync(found, parsed.GetValue(why)!, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is set aside.", new { mail = found.Mail, setAside = parsed.GetValue(why) });
            return Verb.Fine;
        });
    }
}
