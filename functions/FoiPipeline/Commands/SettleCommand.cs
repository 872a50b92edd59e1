using System.CommandLine;
using FoiPipeline.Core.Letters;

namespace FoiPipeline.Commands;

/// <summary><c>foi settle SV16.02N.Initial.1 --sent</c>: whether a letter of unknown fate went out.</summary>
internal static class SettleCommand
{
    public static Command Build(CommonOptions common)
    {
        var letter = new Argument<string>("LETTER") { Description = "The letter's id, as 'foi triage' shows it." };
        var sent = new Option<bool>("--sent") { Description = "It went out: you found it in the Sent folder, or the authority has it." };
        var notSent = new Option<bool>("--not-sent") { Description = "It did not go out: send it again." };
        return Verb.MakeToCarryOn(common, "settle", "Say whether an unconfirmed letter went out.", [letter, sent, notSent], async (parsed, round, cancel) =>
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
