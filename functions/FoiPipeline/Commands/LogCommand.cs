using System.CommandLine;
using FoiPipeline.Core.Deadlines;
using FoiPipeline.Core.Reporting;
using FoiPipeline.Core.Requests;

namespace FoiPipeline.Commands;

/// <summary><c>foi log 02N</c>: a request's whole story, with who and why, and where it stands today.</summary>
internal static class LogCommand
{
    public static Command Build(CommonOptions common)
    {
        var code = RoundArguments.Authority();
        return Verb.MakeForRound(common, "log", "Tell a request's whole story in plain English: what happened, who did it, and why.", [code], async (parsed, round, cancel) =>
        {
            var book = round.Pipeline.Book;
            var id = RoundArguments.Code(parsed.GetValue(code)!, book.Round);
            var story = new List<StoryLine>();
            await foreach (var happening in book.Requests.EventsAsync(id.Value, cancel).ConfigureAwait(false))
            {
                story.Add(RequestStory.Tell(happening));
            }

            var state = await book.Requests.LoadAsync(id.Value, cancel).ConfigureAwait(false);
            var standing = Standing.Of(state, LondonDay.Of(round.Clock.GetUtcNow()));
            if (parsed.GetValue(common.Json))
            {
                Output.Json(new { reference = state.Reference, authority = book.Authority(id)!.Name, standing, story });
                return Verb.Fine;
            }

            Output.Line($"{state.Reference}  {book.Authority(id)!.Name}");
            Output.Line($"Delivery: {AxisWords.Of(standing.Delivery)}. Correspondence: {AxisWords.Of(standing.Correspondence)}; whose turn: {AxisWords.Of(standing.Turn)}. Outcome: {AxisWords.Of(standing.Outcome)}. Clock: {AxisWords.Of(standing.Clock.Run)}{Due(standing)}");
            Output.Line(standing.Clock.Because);
            Output.Table(["When (London)", "What", "Who"], story.Select(s => new[] { RequestStory.Moment(s.At), s.What, s.Who }));
            return Verb.Fine;
        });
    }

    private static string Due(Standing standing) => standing.Clock.Strict is { } strict
        ? FormattableString.Invariant($", due {strict:ddd d MMM yyyy}{(standing.Clock.DaysLate > 0 ? $" ({standing.Clock.DaysLate} working days late)" : "")}.")
        : ".";
}
