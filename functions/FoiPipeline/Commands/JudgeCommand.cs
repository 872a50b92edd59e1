using System.CommandLine;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi judge 5f3a9c full</c>: what kind of reply it is.</summary>
internal static class JudgeCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", Enum.GetNames<ReplyKind>()) };
        return Verb.MakeToCarryOn(common, "judge", "Say what kind of reply a mail is. Your word stands against the rules.", [mail, kind], async (parsed, round, cancel) =>
        {
            if (!Enum.TryParse<ReplyKind>(parsed.GetValue(kind)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsedKind) || !Enum.IsDefined(parsedKind))
            {
                throw new CommandException($"'{parsed.GetValue(kind)}' is no kind of reply. Kinds are: {string.Join(", ", Enum.GetNames<ReplyKind>())}.");
            }

            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            await round.Pipeline.Judge.RunAsync(found, parsedKind, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is: {KindWords.Of(parsedKind)}.", new { mail = found.Mail, kind = parsedKind });
            return Verb.Fine;
        });
    }
}
