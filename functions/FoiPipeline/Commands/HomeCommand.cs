using System.CommandLine;

namespace FoiPipeline.Commands;

/// <summary><c>foi home</c>: where the round is carried on; <c>foi home --here --why "the account is lost"</c>: from now on, here.</summary>
internal static class HomeCommand
{
    public static Command Build(CommonOptions common)
    {
        var here = new Option<bool>("--here") { Description = "Carry the round on in this place from now on, although its home is elsewhere: only when that place is lost for good." };
        var why = new Option<string?>("--why") { Description = "For what reason; the journal keeps it.", HelpName = "TEXT" };
        return Verb.MakeForRound(common, "home", "Show in which place a round that was copied is carried on.", [here, why], async (parsed, round, cancel) =>
        {
            var elsewhere = await round.Pipeline.Home.ElsewhereAsync(cancel).ConfigureAwait(false);
            if (parsed.GetValue(here) && elsewhere is not null)
            {
                var reason = parsed.GetValue(why) is { Length: > 0 } given
                    ? given
                    : throw new CommandException($"The home of this round is {elsewhere}. If letters can still leave from there, authorities would get them twice. If that place is lost for good, say why: foi home --here --why \"...\".");
                await round.Pipeline.Home.MoveAsync(round.Store.Id, round.Store.Place, reason, common.Person(parsed), cancel).ConfigureAwait(false);
                elsewhere = null;
            }

            Output.Said(
                parsed.GetValue(common.Json),
                elsewhere is null ? $"This round is carried on here, in {round.Store.Place}." : $"This round is carried on in {elsewhere}; what is here, in {round.Store.Place}, is a copy.",
                new { here = elsewhere is null, place = elsewhere ?? round.Store.Place });
            return Verb.Fine;
        });
    }
}
