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
        return Verb.MakeToCarryOn(common, "resend", "Queue the letter again, to another address: after a bounce, a refusal, or a person who has left.", [code, to], async (parsed, round, cancel) =>
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
