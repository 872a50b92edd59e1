using System.CommandLine;
using FoiPipeline.Core.Journals;

namespace FoiPipeline.Commands;

/// <summary><c>foi rebuild</c>: folds the journal anew and mends every summary that is not what its events amount to.</summary>
internal static class RebuildCommand
{
    public static Command Build(CommonOptions common) =>
        Verb.MakeForRound(common, "rebuild", "Recompute every summary from the journal. On a healthy register nothing changes.", [], async (parsed, round, cancel) =>
        {
            var result = await new RebuildSummaries(round.Store.Register).RunAsync(cancel).ConfigureAwait(false);
            if (parsed.GetValue(common.Json))
            {
                Output.Json(result);
                return Verb.Fine;
            }

            Output.Line(result.Mended.Count == 0
                ? $"{result.Streams} records were folded anew; every summary was as it should be."
                : $"{result.Streams} records were folded anew; {result.Mended.Count} summaries were mended: {string.Join(", ", result.Mended.Take(20))}.");
            return Verb.Fine;
        });
}
