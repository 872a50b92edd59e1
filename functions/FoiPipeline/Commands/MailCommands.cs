using System.CommandLine;
using FoiPipeline.Core.Replies;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi attach 5f3a9c 02N,99E</c>: these authorities' reply, and nobody else's.</summary>
internal static class AttachCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var codes = new Argument<string>("CODES") { Description = "The authorities' codes, separated by commas: 02N,99E." };
        return Verb.MakeForRound(common, "attach", "Say whose reply a mail is: one authority's, or several.", [mail, codes], async (parsed, round, cancel) =>
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

/// <summary><c>foi judge 5f3a9c full</c>: what kind of reply it is.</summary>
internal static class JudgeCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", Enum.GetNames<ReplyKind>()) };
        return Verb.MakeForRound(common, "judge", "Say what kind of reply a mail is. Your word stands against the rules.", [mail, kind], async (parsed, round, cancel) =>
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

/// <summary><c>foi set-aside 5f3a9c --why "newsletter"</c>: no reply of this round.</summary>
internal static class SetAsideCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var why = MailOptions.Why();
        return Verb.MakeForRound(common, "set-aside", "Say that a mail is no reply of this round. It is kept.", [mail, why], async (parsed, round, cancel) =>
        {
            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            await round.Pipeline.SetAside.RunAsync(found, parsed.GetValue(why)!, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is set aside.", new { mail = found.Mail, setAside = parsed.GetValue(why) });
            return Verb.Fine;
        });
    }
}

/// <summary><c>foi done 5f3a9c --why "paid the fee"</c>: what the mail asked for is done.</summary>
internal static class DoneCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var why = MailOptions.Why();
        return Verb.MakeForRound(common, "done", "Say that what a mail asked for is done: it leaves the triage list and stays a reply.", [mail, why], async (parsed, round, cancel) =>
        {
            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            await round.Pipeline.Settle.RunAsync(found, parsed.GetValue(why)!, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Mail {MailTriage.Short(found)} is done with.", new { mail = found.Mail, settled = parsed.GetValue(why) });
            return Verb.Fine;
        });
    }
}

/// <summary><c>foi answer 5f3a9c --text "All contracts, clinical and other."</c>: our answer to a clarification.</summary>
internal static class AnswerCommand
{
    public static Command Build(CommonOptions common)
    {
        var mail = RoundArguments.Mail();
        var text = new Option<string?>("--text") { Description = "The answer's text." };
        var file = new Option<string?>("--file") { Description = "A text file with the answer.", HelpName = "FILE" };
        return Verb.MakeForRound(common, "answer", "Queue our answer to a clarification; the statutory clock starts again when it is delivered.", [mail, text, file], async (parsed, round, cancel) =>
        {
            var words = parsed.GetValue(text) ?? (parsed.GetValue(file) is { } path ? await ReadAsync(path, cancel).ConfigureAwait(false) : null);
            if (string.IsNullOrWhiteSpace(words))
            {
                throw new CommandException("The answer has no text: give it with --text \"...\" or --file FILE.");
            }

            var found = await round.Pipeline.Mails.FindAsync(parsed.GetValue(mail)!, cancel).ConfigureAwait(false);
            var letters = await round.Pipeline.Letters.AnswerAsync(found, words, common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Queued: {string.Join(", ", letters)}. They go out with the next sending ('foi send' shows them).", new { mail = found.Mail, letters });
            return Verb.Fine;
        });
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {e.Message}");
        }
    }
}

internal static class MailOptions
{
    public static Option<string> Why() => new("--why") { Description = "The reason, for the journal.", Required = true, HelpName = "TEXT" };
}
