using System.CommandLine;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi done 5f3a9c --why "paid the fee"</c>: what the mail asked for is done.</summary>
internal static class DoneCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var why = MailOptions.Why();
        return Verb.MakeToCarryOn(common, "done", "Say that what a mail asked for is done: it leaves the triage list and stays a reply.", [mail, why], async (parsed, round, cancel) =>
        {
            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            await round.Pipeline.Settle.RunAsync(found, parsed.GetValue(why)!, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is done with.", new { mail = found.Mail, settled = parsed.GetValue(why) });
            return Verb.Fine;
        });
    }
}
