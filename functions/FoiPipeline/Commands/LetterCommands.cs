using System.CommandLine;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Commands;

/// <summary><c>foi resend 02N --to foi@new.example</c>: the same letter to another address.</summary>
internal static class ResendCommand
{
    public static Command Build(CommonOptions common)
    {
        var code = RoundArguments.Authority();
        var to = new Option<string>("--to") { Description = "The address to write to from now on.", Required = true, HelpName = "ADDRESS" };
        return Verb.MakeForRound(common, "resend", "Queue the letter again, to another address: after a bounce, a refusal, or a person who has left.", [code, to], async (parsed, round, cancel) =>
        {
            var id = RoundArguments.Code(parsed.GetValue(code)!, round.Pipeline.Book.Round);
            if (!AddrSpec.TryParse(parsed.GetValue(to)!, out var address, out var problem))
            {
                throw new CommandException($"The address '{parsed.GetValue(to)}' {problem}.");
            }

            var letter = await round.Pipeline.Letters.ResendAsync(id, address.ToString(), common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), $"Queued: {letter} to {address}. It goes out with the next sending ('foi send' shows it).", new { letter, to = address.ToString() });
            return Verb.Fine;
        });
    }
}

/// <summary><c>foi settle SV16.02N.Initial.1 --sent</c>: whether a letter of unknown fate went out.</summary>
internal static class SettleCommand
{
    public static Command Build(CommonOptions common)
    {
        var letter = new Argument<string>("LETTER") { Description = "The letter's id, as 'foi triage' shows it." };
        var sent = new Option<bool>("--sent") { Description = "It went out: you found it in the Sent folder, or the authority has it." };
        var notSent = new Option<bool>("--not-sent") { Description = "It did not go out: send it again." };
        return Verb.MakeForRound(common, "settle", "Say whether an unconfirmed letter went out.", [letter, sent, notSent], async (parsed, round, cancel) =>
        {
            if (parsed.GetValue(sent) == parsed.GetValue(notSent))
            {
                throw new CommandException("Say either --sent or --not-sent.");
            }

            if (!LetterId.TryParse(parsed.GetValue(letter), out var id))
            {
                throw new CommandException($"'{parsed.GetValue(letter)}' is not the id of a letter. They look like {round.Pipeline.Book.Round.ReferencePrefix}.02N.Initial.1; 'foi triage' shows those that wait.");
            }

            await round.Pipeline.Confirm.RunAsync(id, parsed.GetValue(sent), common.Person(parsed), cancel).ConfigureAwait(false);
            Output.Said(parsed.GetValue(common.Json), parsed.GetValue(sent) ? $"{id} counts as sent." : $"{id} is back in the queue.", new { letter = id, sent = parsed.GetValue(sent) });
            return Verb.Fine;
        });
    }
}
