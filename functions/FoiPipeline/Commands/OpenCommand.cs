using System.CommandLine;
using FoiPipeline.Composition;
using FoiPipeline.Core.Rounds;

namespace FoiPipeline.Commands;

/// <summary><c>foi open templates/rounds/social-value-2016</c>: freezes the round and queues its letters. Nothing is sent.</summary>
internal static class OpenCommand
{
    public static Command Build(CommonOptions common)
    {
        var folder = RoundArguments.Folder();
        return Verb.Make("open", "Freeze a round and queue its letters: from now on its register and letters stay as they are. Nothing is sent.", [folder], async (parsed, cancel) =>
        {
            var reading = RoundArguments.ReadSound(parsed.GetValue(folder)!);
            await RequireNotOpenHereAsync(common.Choice(parsed), reading.Round!, cancel).ConfigureAwait(false);
            await using var store = await common.Choice(parsed).PrepareAsync(TimeProvider.System, cancel).ConfigureAwait(false);
            var open = new OpenRound(store.Documents, store.Register, TimeProvider.System);
            using var progress = new Progress("requests opened", reading.Round!.Authorities.Count);
            var result = await open.RunAsync(reading.Round, reading.Sources, common.Person(parsed), progress.Report, cancel).ConfigureAwait(false);
            if (result.Other is { } other)
            {
                throw new CommandException(
                    $"'{other.Name}' ({other.ReferencePrefix}, {other.Authorities.Count} authorities) is open in {store.Place}, and it differs from {parsed.GetValue(folder)}. An open round never changes; give a new round a data folder of its own with --data.");
            }

            if (parsed.GetValue(common.Json))
            {
                Output.Json(new { round = reading.Round.Name, prefix = reading.Round.ReferencePrefix, asked = result.Asked, opened = result.Opened, data = store.Place });
            }
            else
            {
                Output.Line(result.Opened == 0
                    ? $"{reading.Round.Name} was open already in {store.Place}: {result.Asked} requests. Nothing was changed."
                    : $"{reading.Round.Name} is open in {store.Place}: {result.Opened} requests opened, {result.Asked} in all, each with its letter queued.");
                Output.Line("Next: 'foi send' shows what would go where; 'foi send --to-me YOU@EXAMPLE.ORG' sends you three samples; 'foi send --really' sends.");
            }

            return Verb.Fine;
        });
    }

    /// <summary>The same round opened in two places would be sent from both.</summary>
    private static async Task RequireNotOpenHereAsync(StoreChoice choice, Round round, CancellationToken cancel)
    {
        var here = choice with { Azure = false };
        if (!choice.Azure || !here.MayHoldRound)
        {
            return;
        }

        await using var folder = here.Open(TimeProvider.System);
        if (await OpenRound.LoadAsync(folder.Documents, cancel).ConfigureAwait(false) is { } open && open.ReferencePrefix == round.ReferencePrefix)
        {
            throw new CommandException(
                $"'{open.Name}' ({open.ReferencePrefix}) is open already in {folder.Place}, and a round opened in two places would be sent from both. Move it with 'foi copy --from local --to azure'; or, if this is another round, give it a prefix of its own, or name another data folder with --data.");
        }
    }
}
