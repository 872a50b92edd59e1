using FoiPipeline.Commands;
using FoiPipeline.Composition;
using FoiPipeline.Core.Journals;
using FoiPipeline.Core.Rounds;
using FoiPipeline.Local.Rehearsal;
using FoiPipeline.Local.Rounds;

namespace FoiPipeline.Demo;

/// <summary>Opens the shipped round in a data folder for a rehearsal, or goes on with the one that is there.</summary>
internal static class DemoRound
{
    public static async Task<(OpenedRound Round, RehearsalClock Clock)> OpenAsync(DemoOptions options, CancellationToken cancel)
    {
        var template = RoundFolder.Read(Path.Combine(AppContext.BaseDirectory, "templates", "rounds", "social-value-2016"));
        if (template.Round is not { } shipped)
        {
            throw new CommandException($"The shipped round is damaged: {template.Faults[0]} Get the files anew.");
        }

        if (options.Authorities is < 1 || options.Authorities > ScaledRegister.Most)
        {
            throw new CommandException($"--authorities takes a number from 1 to {ScaledRegister.Most}.");
        }

        var round = options.Authorities is { } count ? ScaledRegister.Scale(shipped, count) : shipped;
        var rehearsal = options.Store.Rehearsal;
        if (!options.Store.Azure)
        {
            RehearsalSeed.Keep(rehearsal, options.Seed);
        }

        var clock = RehearsalClock.FindOrStart(rehearsal, new DateTimeOffset(round.Sending.FirstDay.ToDateTime(new TimeOnly(7, 30)), TimeSpan.Zero));
        var store = await options.Store.PrepareAsync(clock, cancel).ConfigureAwait(false);
        try
        {
            if (options.Store.Azure)
            {
                options.Store.KeepRehearsalFor(store.Id);
                RehearsalSeed.Keep(rehearsal, options.Seed);
            }

            var opened = await new OpenRound(store.Documents, store.Register, clock)
                .RunAsync(round, template.Sources, Actor.Person("the rehearsal"), null, cancel).ConfigureAwait(false);
            if (opened.Other is { } other)
            {
                throw new CommandException($"{store.Place} holds another round ('{other.Name}', {other.Authorities.Count} authorities). Give the demo a folder of its own with --data, or an account of its own.");
            }

            return (OpenedRound.Of(round, options.Store, store, clock), clock);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
