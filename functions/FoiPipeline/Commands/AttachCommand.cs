using System.CommandLine;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi attach 5f3a9c 02N,99E</c>: these authorities' reply, and nobody else's.</summary>
internal static class AttachCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var codes = new Argument<string>("CODES") { Description = "The authorities' codes, separated by commas: 02N,99E." };
        return Verb.MakeToCarryOn(common, "attach", "Say whose reply a mail is: one authority's, or several.", [mail, codes], async (parsed, round, cancel) =>
        {
            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            var authorities = parsed.GetValue(codes)!.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(c => RoundArguments.Code(c, round.Pipeline.Book.Round)).Distinct().ToList();
            if (authorities.Count == 0)
            {
                throw new CommandException("No code was given. If the mail is nobody's reply, set it aside: foi set-aside MAIL --why \"...\".");
            }

            await round.Pipeline.Attach.RunAsync(found, authorities, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is the reply of {string.Join(", ", authorities)}.", new { mail = found.Mail, authorities });
            return Verb.Fine;
        });
    }
}
