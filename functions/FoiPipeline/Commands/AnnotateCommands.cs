using System.CommandLine;
using FoiPipeline.Core.Triage;

namespace FoiPipeline.Commands;

/// <summary><c>foi note</c>, <c>foi hold</c>, <c>foi release</c>, <c>foi withdraw</c>: what a person adds to a request.</summary>
internal static class AnnotateCommands
{
    public static IEnumerable<Command> Build(CommonOptions common) =>
    [
        Make(common, "note", "Add a note to a request's story.", Annotation.Note, "noted"),
        Make(common, "hold", "Hold a request: no letter goes out until it is released.", Annotation.Hold, "held"),
        Make(common, "release", "Release a request that is held.", Annotation.Release, "released"),
        Make(common, "withdraw", "Withdraw a request: it stays in the denominator, its clock stops.", Annotation.Withdraw, "withdrawn"),
    ];

    private static Command Make(CommonOptions common, string name, string description, Annotation annotation, string done)
    {
        var code = RoundArguments.Authority();
        var text = new Argument<string>("TEXT") { Description = "The note or the reason, for the journal." };
        return Verb.MakeToCarryOn(common, name, description, [code, text], async (parsed, round, cancel) =>
        {
            var id = RoundArguments.Code(parsed.GetValue(code)!, round.Pipeline.Book.Round);
            await round.Pipeline.Annotate.RunAsync(id, annotation, parsed.GetValue(text)!, common.Person(parsed), cancel).ConfigureAwait(false);
            var reference = round.Pipeline.Book.Reference(id);
            Output.Said(parsed.GetValue(common.Json), $"{reference}: {done}.", new { reference, done, text = parsed.GetValue(text) });
            return Verb.Fine;
        });
    }
}
